import { randomUUID } from "node:crypto"
import { z } from "@medusajs/framework/zod"
import { pressOnHostedPage } from "../../scripts/lib/shop/hosted-page"
import type { BenchMarket } from "./market"
import type { BenchServer } from "./servers"

const ADDRESS = {
  first_name: "Ada",
  last_name: "Buyer",
  address_1: "5 Broad Street",
  city: "Lagos",
  country_code: "ng",
}
const TIMEOUT_MS = 60_000

const Cart = z.object({ cart: z.object({ id: z.string(), items: z.unknown().array() }) })
const Options = z.object({
  shipping_options: z.object({ id: z.string(), shipping_profile_id: z.string() }).array(),
})
const Collection = z.object({
  payment_collection: z.object({
    id: z.string(),
    payment_sessions: z
      .object({ data: z.object({ authorization_url: z.string().optional() }) })
      .array()
      .optional(),
  }),
})
const Ordered = z.object({ type: z.literal("order"), order: z.object({ id: z.string() }) })

export type PaymentProvider = "pp_system_default" | "pp_paystack_paystack"

/** A storefront that knows nothing of shops: the same calls on Merkato and on stock Medusa. */
export class Storefront {
  constructor(
    readonly server: BenchServer,
    private readonly market: BenchMarket
  ) {}

  async cartWith(variants: string[]): Promise<string> {
    const { body } = await this.call(Cart, "POST", "/store/carts", {
      region_id: this.market.region_id,
      email: `buyer-${randomUUID()}@example.com`,
      shipping_address: ADDRESS,
      billing_address: ADDRESS,
      items: variants.map((variant_id) => ({ variant_id, quantity: 1 })),
    })

    return body.cart.id
  }

  async addItem(cartId: string, variantId: string): Promise<number> {
    const path = `/store/carts/${cartId}/line-items`

    return (await this.call(Cart, "POST", path, { variant_id: variantId, quantity: 1 })).ms
  }

  async listShippingOptions(cartId: string) {
    const { ms, body } = await this.call(Options, "GET", `/store/shipping-options?cart_id=${cartId}`)

    return { ms, options: body.shipping_options }
  }

  /** One option for each shop of the cart, one after the other: what stock Medusa asks for, and Merkato takes too. */
  async chooseShipping(cartId: string, profiles: string[]): Promise<void> {
    const { options } = await this.listShippingOptions(cartId)
    for (const profile of profiles) {
      const option = options.find(({ shipping_profile_id }) => shipping_profile_id === profile)
      await this.call(Cart, "POST", `/store/carts/${cartId}/shipping-methods`, { option_id: option?.id })
    }
  }

  /** A cart that wants nothing but its completion. */
  async payableCart(variants: string[], provider: PaymentProvider): Promise<string> {
    const cartId = await this.cartWith(variants)
    await this.chooseShipping(cartId, this.market.profiles.slice(0, variants.length))
    const { body } = await this.call(Collection, "POST", "/store/payment-collections", { cart_id: cartId })
    const path = `/store/payment-collections/${body.payment_collection.id}/payment-sessions`
    const started = await this.call(Collection, "POST", path, { provider_id: provider })
    const page = started.body.payment_collection.payment_sessions?.[0]?.data.authorization_url
    if (page) {
      await pressOnHostedPage(page, "Pay")
    }

    return cartId
  }

  async complete(cartId: string): Promise<number> {
    return (await this.call(Ordered, "POST", `/store/carts/${cartId}/complete`, {})).ms
  }

  /** Time until the whole answer is here; an answer that is not what was asked for ends the bench. */
  async call<Answer>(answer: z.ZodType<Answer>, method: string, path: string, body?: unknown) {
    const started = performance.now()
    const response = await fetch(`${this.server.url}${path}`, {
      method,
      headers: {
        "content-type": "application/json",
        "x-publishable-api-key": this.market.publishable_key,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const text = await response.text()
    const ms = performance.now() - started
    const parsed = response.ok ? answer.safeParse(JSON.parse(text)) : undefined
    if (!parsed?.success) {
      throw new Error(
        `${method} ${path} of the server ${this.server.name} answered ${response.status}: ${text.slice(0, 500)}`
      )
    }

    return { ms, body: parsed.data }
  }
}
