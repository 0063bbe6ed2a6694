import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN, PromotionActions } from "@medusajs/framework/utils"
import {
  addShippingMethodToCartWorkflow,
  createCartCreditLinesWorkflow,
  createCartWorkflow,
  createPaymentCollectionForCartWorkflow,
  createPaymentSessionsWorkflow,
  updateCartPromotionsWorkflow,
} from "@medusajs/medusa/core-flows"
import fc from "fast-check"
import { CURRENCIES, DIGITS } from "./odd-currencies"
import { BUYER, type OddMarket, PRODUCTS_PER_VENDOR } from "./odd-market"

/** What credit lines (gift card, store credit) pay of a cart; `over` is a card rounded up to the next unit. */
const CREDITS = ["none", "none", "none", "none", "part", "whole", "over"] as const

const line = fc.record({
  vendor: fc.integer({ min: 0, max: 5 }),
  product: fc.integer({ min: 0, max: PRODUCTS_PER_VENDOR - 1 }),
  quantity: fc.integer({ min: 1, max: 7 }),
})

/** 1 to 6 items of 1 to 5 shops, up to four promotions among those that the market has. */
export const anyCart = fc.record({
  currency: fc.constantFrom(...CURRENCIES),
  lines: fc
    .uniqueArray(line, { minLength: 1, maxLength: 6, selector: (it) => it.vendor * 10 + it.product })
    .filter((lines) => new Set(lines.map((it) => it.vendor)).size <= 5),
  promotions: fc.uniqueArray(fc.nat({ max: 13 }), { maxLength: 4 }),
  credit: fc.constantFrom(...CREDITS),
})

export type RandomCart = typeof anyCart extends fc.Arbitrary<infer Cart> ? Cart : never

/**
 * Promotions that a cart of this currency may use, picked by the numbers of the random cart; of those on delivery
 * only one, because core's order keeps one adjustment per shipping method and refuses a second.
 */
function codesOf(cart: RandomCart, market: OddMarket): string[] {
  const usable = market.promotions.filter(({ currency }) => currency === null || currency === cart.currency)
  const codes = cart.promotions.map((index) => usable[index % usable.length]!.code)
  const [delivery] = codes.filter((code) => code.includes("DELIVERY"))

  return codes.filter((code) => !code.includes("DELIVERY") || code === delivery)
}

const addressIn = (country_code: string) => ({
  first_name: "Ama",
  last_name: "Diop",
  address_1: "4 Rue de Thiong",
  city: "Dakar",
  country_code,
})

/** Fills a cart as the store routes do, up to a started payment; answers its id. */
export async function fillCart(
  container: MedusaContainer,
  market: OddMarket,
  cart: RandomCart
): Promise<string> {
  const region = market.regions[cart.currency]
  const { result } = await createCartWorkflow(container).run({
    input: {
      region_id: region.id,
      sales_channel_id: market.sales_channel_id,
      email: BUYER,
      shipping_address: addressIn(region.country),
      items: cart.lines.map(({ vendor, product, quantity }) => ({
        variant_id: market.vendors[vendor]!.products[product]!.variant_id,
        quantity,
      })),
    },
  })
  const vendors = [...new Set(cart.lines.map((it) => it.vendor))]
  await addShippingMethodToCartWorkflow(container).run({
    input: {
      cart_id: result.id,
      options: vendors.map((vendor) => ({ id: market.vendors[vendor]!.option_id, data: {} })),
    },
  })
  // After the delivery: core forgets a code that finds nothing to discount yet.
  await updateCartPromotionsWorkflow(container).run({
    input: { cart_id: result.id, promo_codes: codesOf(cart, market), action: PromotionActions.ADD },
  })
  await addCredit(container, result.id, cart)
  await startPayment(container, result.id)

  return result.id
}

async function totalOf(container: MedusaContainer, cartId: string) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "cart",
    fields: ["total", "raw_total"],
    filters: { id: cartId },
  })
  const cart = data[0] as unknown as { total: number; raw_total?: { value: string } }

  return MathBN.convert(cart.raw_total ?? cart.total)
}

async function addCredit(container: MedusaContainer, cart_id: string, cart: RandomCart): Promise<void> {
  if (cart.credit === "none") {
    return
  }
  const digits = DIGITS[cart.currency]
  const total = await totalOf(container, cart_id)
  const UP = 0
  const amount = {
    part: total.times("0.37").decimalPlaces(digits, UP),
    whole: total,
    over: total.decimalPlaces(digits, UP),
  }[cart.credit]
  await createCartCreditLinesWorkflow(container).run({
    // The type says number; the module takes any big number, and only a string keeps every digit.
    input: [
      {
        cart_id,
        amount: amount.toFixed() as unknown as number,
        reference: "gift_card",
        reference_id: "gc_1",
        metadata: null,
      },
    ],
  })
}

/** A cart that costs nothing is completed without a payment. */
async function startPayment(container: MedusaContainer, cart_id: string): Promise<void> {
  if ((await totalOf(container, cart_id)).lte(0)) {
    return
  }
  const { result: collection } = await createPaymentCollectionForCartWorkflow(container).run({
    input: { cart_id },
  })
  await createPaymentSessionsWorkflow(container).run({
    input: { payment_collection_id: collection.id, provider_id: "pp_system_default", data: {} },
  })
}
