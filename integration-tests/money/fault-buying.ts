import type { SessionBody } from "../helpers/shopper"
import type { CommandOf } from "./fault-commands"
import type { Cart, FaultTown } from "./fault-town"

/** How often a buyer whose payment does not begin tries again. */
const TRIES = 4

/** A buyer fills a cart, and pays for it in one of the ways that buyers do. */
export async function buy(
  town: FaultTown,
  { shops, quantity, gateway, how }: CommandOf<"buy">
): Promise<boolean> {
  const { shopper, suite } = town
  const { region_id, vendors } = suite.market
  const variants = shops.map((shop) => vendors[shop]!.products[0]!.variant_id)
  const { id } = await shopper.createCart(region_id, variants, quantity)
  await shopper.chooseAnyShipping(id)
  const cart: Cart = { id, gateway, pages: [] }
  town.carts.push(cart)
  const page = await open(town, cart)
  if (page) {
    await WAYS[how](town, cart, page)
  }

  return Boolean(page)
}

/** The page of the cart as it is now; what was opened before is of a cart that there is no more. */
async function open(town: FaultTown, cart: Cart): Promise<SessionBody | null> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const answer = await town.shopper.startPayment(cart.id, town.benches[cart.gateway].tested.provider_id)
    const session = answer.body.payment_collection?.payment_sessions?.[0]
    town.note(`page ${answer.status} ${answer.body.code ?? ""}`.trim())
    if (answer.status === 200 && session) {
      for (const page of cart.pages) {
        page.is_live = false
      }
      cart.pages.push({ reference: session.data.reference, is_live: true })
      return session
    }
  }

  return null
}

type Way = (town: FaultTown, cart: Cart, page: SessionBody) => Promise<void>

const WAYS: Record<CommandOf<"buy">["how"], Way> = {
  come_back: async (town, cart, page) => {
    await town.benches[cart.gateway].press(page)
    await complete(town, cart)
  },
  come_back_twice: async (town, cart, page) => {
    await town.benches[cart.gateway].press(page)
    await Promise.all([complete(town, cart), complete(town, cart)])
  },
  leave: async (town, cart, page) => town.benches[cart.gateway].press(page),
  old_page: async (town, cart, page) => {
    const { tested } = town.benches[cart.gateway]
    await tested.setOff(page)
    await town.shopper.addItem(cart.id, town.suite.market.vendors[1]!.products[0]!.variant_id)
    const next = await open(town, cart)
    if (!next) {
      // The buyer has changed the cart all the same: nothing that is paid on the old page is the price of it.
      cart.pages[0]!.is_live = false
    }
    await tested.arrive(page)
    if (next) {
      await town.benches[cart.gateway].press(next)
      await complete(town, cart)
    }
  },
  /** Paystack has no way to pay that takes hours: there the page is paid late. */
  slow: async (town, cart, page) => {
    if (cart.gateway === "flutterwave") {
      town.flutterwave.control.begin(page.data.reference, "mobile_money")
    } else {
      town.late_payers.push(page.data.reference)
    }
    await complete(town, cart)
  },
  /** By card, and by a transfer that was under way. At Paystack a page is paid once. */
  twice: async (town, cart, page) => {
    const { reference } = page.data
    if (cart.gateway === "flutterwave") {
      town.flutterwave.control.begin(reference, "bank_transfer")
    }
    await town.benches[cart.gateway].press(page)
    await complete(town, cart)
    if (cart.gateway === "flutterwave") {
      town.flutterwave.control.finish(reference, "successful")
    }
  },
}

async function complete(town: FaultTown, { id }: Cart): Promise<void> {
  const { status, body } = await town.shopper.complete(id)
  town.note(`completion ${status} ${body.order ? "order" : (body.error?.code ?? body.code ?? "")}`.trim())
}
