import { z } from "@medusajs/framework/zod"
import type { Demo } from "../../scripts/lib/demo-file"
import { afterSale, deliver, Part } from "../../scripts/lib/shop/after-sale"
import { adminClient, type StoreClient, signIn, storeClient } from "../../scripts/lib/shop/http"
import { shop } from "../../scripts/lib/shop/shopper"
import { staffWithFactor } from "./market-people"

type Tell = (text: string) => void

const Anything = z.unknown()
const OwnPart = Part.extend({ items: z.object({ line_item_id: z.string() }).array() })
const OrderAnswer = z.object({ order: z.object({ vendor_orders: OwnPart.array() }) })
const Products = z.object({ products: z.object({ id: z.string(), title: z.string() }).array() })

type Place = { market: Demo; buyer: StoreClient; owner: StoreClient; tell: Tell }

/** A day's work in the market, so that no page of its first shop is empty. Answers the order that was placed last. */
export async function busyMarket(market: Demo, tell: Tell): Promise<string> {
  const { base_url, publishable_key, vendors } = market
  const place: Place = {
    market,
    tell,
    buyer: storeClient(base_url, publishable_key, await signIn(base_url, "customer", market.buyer)),
    owner: await adminClient(base_url, vendors[0]!.owner),
  }
  await afterSale({ ...market, order_id: await buy(place) }, tell)
  await complain(place, await buy(place))
  await sendBack(place, await buy(place))
  await promote(place)
  await proposeProduct(place)

  return await buy(place)
}

const buy = ({ market, tell }: Place): Promise<string> => shop({ ...market, vendor_count: 3 }, tell)

async function ownPart({ buyer, market }: Place, order_id: string): Promise<z.infer<typeof OwnPart>> {
  const { order } = await buyer.get(`/store/orders/${order_id}`, OrderAnswer)
  const own = order.vendor_orders.find(({ vendor }) => vendor.name === market.vendors[0]!.name)
  if (!own) {
    throw new Error(`Order ${order_id} has no part of ${market.vendors[0]!.name}.`)
  }

  return own
}

async function complain(place: Place, order_id: string): Promise<void> {
  const { id } = await ownPart(place, order_id)
  await place.buyer.post(
    "/store/disputes",
    {
      order_id,
      vendor_order_id: id,
      reason: "not_received",
      message: "The parcel has not come, and nobody answers the phone.",
    },
    Anything
  )
  place.tell("a dispute is opened")
}

async function sendBack(place: Place, order_id: string): Promise<void> {
  const part = await ownPart(place, order_id)
  await deliver({ part, client: place.owner }, place.tell)
  await place.buyer.post(
    "/store/returns",
    {
      order_id,
      items: part.items.slice(0, 1).map(({ line_item_id }) => ({ id: line_item_id, quantity: 1 })),
      reason: "damaged",
      note: "The seam is open on one side.",
    },
    Anything
  )
  place.tell("a return is asked for")
}

async function promote({ owner, tell }: Place): Promise<void> {
  const code = `MARKET${Date.now().toString(36)}`
  await owner.post(
    "/vendor/promotions",
    { name: "Market day", code, target: "items", kind: "percentage", value: 10 },
    Anything
  )
  tell(`promotion ${code}`)
}

/** Only where staff look at products does a change of what is on sale wait for them. */
async function proposeProduct({ market, owner, tell }: Place): Promise<void> {
  const staff = await staffWithFactor(market)
  const restore = await staff.set({ product_approval_required: true })
  try {
    const { products } = await owner.get("/vendor/products?status=published&limit=1", Products)
    const { id, title } = products[0]!
    await owner.post(`/vendor/products/${id}`, { title: `${title}, New Season` }, Anything)
    tell("a product waits for approval")
  } finally {
    await restore()
    await staff.removeFactor()
  }
}
