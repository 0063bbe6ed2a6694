import { z } from "@medusajs/framework/zod"
import { BUYER_EMAIL, DEMO_PROMOTION } from "../market/shops"
import { pressOnHostedPage } from "./hosted-page"
import { type StoreClient, signIn, storeClient } from "./http"

export type ShopperInput = {
  base_url: string
  publishable_key: string
  region_id: string
  /** How many different shops to buy from. */
  vendor_count: number
  /** From which; from any where absent. */
  handles?: string[]
  buyer: { email: string; password: string }
}

const PROVIDER = "pp_paystack_paystack"
const ADDRESS = {
  first_name: "Ada",
  last_name: "Buyer",
  address_1: "5 Broad Street",
  city: "Lagos",
  province: "Lagos",
  postal_code: "101001",
  country_code: "ng",
  phone: "+2348012345678",
}

const Vendor = z.object({ id: z.string(), name: z.string(), handle: z.string() })
const Vendors = z.object({ vendors: Vendor.array() })
const Variant = z.object({ id: z.string() })
const Product = z.object({ title: z.string(), variants: z.tuple([Variant], Variant) })
const Products = z.object({ products: z.tuple([Product], Product) })
const CartAnswer = z.object({ cart: z.object({ id: z.string() }) })
const Options = z.object({
  shipping_options: z.object({ id: z.string(), name: z.string(), shipping_profile_id: z.string() }).array(),
})
const CartVendors = z.object({
  vendors: z
    .object({
      vendor: Vendor.partial(),
      items: z.unknown().array(),
      shipping_options: z.object({ id: z.string(), name: z.string() }).array(),
      shipping_methods: z.object({ shipping_option_id: z.string() }).array(),
    })
    .array(),
})
const Collection = z.object({ payment_collection: z.object({ id: z.string() }) })
const Sessions = z.object({
  payment_collection: z.object({
    payment_sessions: z
      .object({ provider_id: z.string(), data: z.object({ authorization_url: z.url() }) })
      .array()
      .nonempty(),
  }),
})
const Completed = z.union([
  z.object({ type: z.literal("order"), order: z.object({ id: z.string() }) }),
  z.object({
    type: z.literal("cart"),
    error: z.object({ message: z.string(), code: z.string().optional() }),
  }),
])
const OrderAnswer = z.object({
  order: z.object({
    id: z.string(),
    vendor_orders: z.object({ id: z.string(), display_number: z.string() }).array(),
  }),
})

type Basket = { cart_id: string; vendor_ids: string[] }

/**
 * Buys from several shops in one cart, with nothing but the public store API and the gateway's page, and
 * returns the order's id. Every answer is checked.
 */
export async function shop(input: ShopperInput, tell: (text: string) => void): Promise<string> {
  const token = await signIn(input.base_url, "customer", input.buyer)
  const store = storeClient(input.base_url, input.publishable_key, token)
  const basket = await fillCart(store, input, tell)
  await chooseDelivery(store, basket, tell)
  await store.post(
    `/store/carts/${basket.cart_id}/promotions`,
    { promo_codes: [DEMO_PROMOTION.code] },
    CartAnswer
  )
  tell(`promotion ${DEMO_PROMOTION.code}`)
  await pay(store, basket.cart_id, tell)

  return await complete(store, basket, tell)
}

async function fillCart(
  store: StoreClient,
  input: ShopperInput,
  tell: (text: string) => void
): Promise<Basket> {
  const { vendors } = await store.get("/store/vendors?limit=50", Vendors)
  const chosen: { vendor_id: string; variant_id: string }[] = []
  for (const vendor of vendors) {
    const isWanted = input.handles?.includes(vendor.handle) ?? true
    if (isWanted && chosen.length < input.vendor_count) {
      chosen.push({ vendor_id: vendor.id, variant_id: await firstVariant(store, vendor.handle) })
    }
  }
  if (chosen.length < input.vendor_count) {
    throw new Error(
      `GET /store/vendors lists ${vendors.length} shops; the demo buys from ${input.vendor_count}.`
    )
  }

  const { cart } = await store.post(
    "/store/carts",
    { region_id: input.region_id, email: BUYER_EMAIL, shipping_address: ADDRESS, billing_address: ADDRESS },
    CartAnswer
  )
  for (const [index, { variant_id }] of chosen.entries()) {
    const quantity = index + 1
    await store.post(`/store/carts/${cart.id}/line-items`, { variant_id, quantity }, CartAnswer)
    tell(`products of ${index + 1} shops in the cart`)
  }

  return { cart_id: cart.id, vendor_ids: chosen.map(({ vendor_id }) => vendor_id) }
}

async function firstVariant(store: StoreClient, handle: string): Promise<string> {
  const { products } = await store.get(`/store/vendors/${handle}/products?limit=1`, Products)

  return products[0].variants[0].id
}

/** One delivery option for each shop: the first that the shop offers. */
async function chooseDelivery(
  store: StoreClient,
  basket: Basket,
  tell: (text: string) => void
): Promise<void> {
  const { cart_id } = basket
  const { shipping_options } = await store.get(`/store/shipping-options?cart_id=${cart_id}`, Options)
  const byProfile = new Map(
    shipping_options.toReversed().map((option) => [option.shipping_profile_id, option])
  )
  if (byProfile.size !== basket.vendor_ids.length) {
    throw new Error(
      `The cart has ${basket.vendor_ids.length} shops, but GET /store/shipping-options serves ${byProfile.size}.`
    )
  }
  for (const { id, name } of byProfile.values()) {
    await store.post(`/store/carts/${cart_id}/shipping-methods`, { option_id: id }, CartAnswer)
    tell(`delivery: ${name}`)
  }

  const { vendors } = await store.get(`/store/carts/${cart_id}/vendors`, CartVendors)
  const ready = vendors.filter((group) => group.items.length > 0 && group.shipping_methods.length === 1)
  if (ready.length !== basket.vendor_ids.length) {
    throw new Error(
      `GET /store/carts/:id/vendors shows ${ready.length} shops with items and one delivery method, not ` +
        `${basket.vendor_ids.length}.`
    )
  }
}

async function pay(store: StoreClient, cartId: string, tell: (text: string) => void): Promise<void> {
  const { payment_collection } = await store.post(
    "/store/payment-collections",
    { cart_id: cartId },
    Collection
  )
  const started = await store.post(
    `/store/payment-collections/${payment_collection.id}/payment-sessions`,
    { provider_id: PROVIDER, data: { email: BUYER_EMAIL } },
    Sessions
  )
  const session = started.payment_collection.payment_sessions.find(
    ({ provider_id }) => provider_id === PROVIDER
  )
  if (!session) {
    throw new Error(`The payment collection has no session of ${PROVIDER}.`)
  }
  tell("on the payment page")
  await pressOnHostedPage(session.data.authorization_url, "Pay")
}

async function complete(store: StoreClient, basket: Basket, tell: (text: string) => void): Promise<string> {
  const outcome = await store.post(`/store/carts/${basket.cart_id}/complete`, {}, Completed)
  if (outcome.type === "cart") {
    throw new Error(
      `The cart was not completed: ${outcome.error.message} (${outcome.error.code ?? "no code"})`
    )
  }
  const { order } = await store.get(`/store/orders/${outcome.order.id}`, OrderAnswer)
  if (order.vendor_orders.length !== basket.vendor_ids.length) {
    throw new Error(
      `Order ${order.id} has ${order.vendor_orders.length} vendor orders, but ${basket.vendor_ids.length} shops sold.`
    )
  }
  tell(`${order.vendor_orders.length} shops, one payment`)

  return order.id
}
