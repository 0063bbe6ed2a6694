/** A storefront's calls, over real HTTP, with nothing but the publishable key. */

export type Answer<Body = Record<string, never>> = {
  status: number
  body: Body & { code?: string; type?: string; message?: string }
}

export type CartBody = {
  id: string
  total: number
  items: { id: string; product_id: string; quantity: number }[]
  shipping_methods: { id: string; shipping_option_id: string; amount: number; auto_selected: boolean }[]
  payment_collection?: { id: string }
}

export type CartVendorsBody = {
  cart_id: string
  currency_code: string
  vendors: {
    vendor: { id: string; name: string; handle: string; logo_url: string | null }
    items: { product_id: string; quantity: number }[]
    shipping_options: { id: string; name: string; amount: number }[]
    shipping_methods: { shipping_option_id: string; auto_selected: boolean }[]
  }[]
}

export type ShippingOptionBody = {
  id: string
  name: string
  amount: number
  vendor: { id: string; name: string }
}

export type OrderBody = {
  id: string
  display_id: number
  total: number
  vendor_orders: {
    id: string
    display_number: string
    vendor: { id: string }
    total: number
    status: string
  }[]
}

export type SessionBody = { id: string; data: { reference: string; authorization_url: string } }

const ADDRESS = {
  first_name: "Ngozi",
  last_name: "Eze",
  address_1: "12 Allen Avenue",
  city: "Ikeja",
  country_code: "ng",
  phone: "+2348012345678",
}

export class Shopper {
  constructor(
    readonly base_url: string,
    private readonly publishable_key: string
  ) {}

  call<Body>(method: string, path: string, body?: unknown): Promise<Answer<Body>> {
    return this.callRaw(method, path, body === undefined ? undefined : JSON.stringify(body))
  }

  /** For bodies that no JSON library would write. */
  async callRaw<Body>(method: string, path: string, body?: string): Promise<Answer<Body>> {
    const response = await fetch(`${this.base_url}${path}`, {
      method,
      headers: {
        "content-type": "application/json",
        "x-publishable-api-key": this.publishable_key,
      },
      body,
    })
    const text = await response.text()

    return { status: response.status, body: text ? JSON.parse(text) : {} }
  }

  /** As `call`, for steps that the test is not about: anything but a 2xx fails with the answer. */
  async must<Body>(method: string, path: string, body?: unknown): Promise<Body> {
    const answer = await this.call<Body>(method, path, body)
    if (answer.status >= 300) {
      throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`)
    }

    return answer.body
  }

  async createCart(
    regionId: string,
    variantIds: string[],
    quantity = 1,
    country_code = ADDRESS.country_code
  ): Promise<CartBody> {
    const address = { ...ADDRESS, country_code }
    const { cart } = await this.must<{ cart: CartBody }>("POST", "/store/carts", {
      region_id: regionId,
      email: "ngozi@example.com",
      shipping_address: address,
      billing_address: address,
      // In one request: each further one has core work out the whole cart once more.
      items: variantIds.map((variant_id) => ({ variant_id, quantity })),
    })

    return cart
  }

  addItem(cartId: string, variantId: string, quantity = 1): Promise<{ cart: CartBody }> {
    return this.must("POST", `/store/carts/${cartId}/line-items`, { variant_id: variantId, quantity })
  }

  async cart(cartId: string): Promise<CartBody> {
    return (await this.must<{ cart: CartBody }>("GET", `/store/carts/${cartId}`)).cart
  }

  /** Core answers the cart as the `parent` of what was deleted. */
  async removeItem(cartId: string, itemId: string): Promise<CartBody> {
    const path = `/store/carts/${cartId}/line-items/${itemId}`

    return (await this.must<{ parent: CartBody }>("DELETE", path)).parent
  }

  cartVendors(cartId: string): Promise<CartVendorsBody> {
    return this.must("GET", `/store/carts/${cartId}/vendors`)
  }

  async shippingOptions(cartId: string): Promise<ShippingOptionBody[]> {
    const path = `/store/shipping-options?cart_id=${cartId}`

    return (await this.must<{ shipping_options: ShippingOptionBody[] }>("GET", path)).shipping_options
  }

  async chooseShipping(cartId: string, optionId: string): Promise<CartBody> {
    const path = `/store/carts/${cartId}/shipping-methods`

    return (await this.must<{ cart: CartBody }>("POST", path, { option_id: optionId })).cart
  }

  /** As a storefront that knows nothing of shops: one method, the first that is offered. */
  async chooseAnyShipping(cartId: string): Promise<CartBody> {
    const [option] = await this.shippingOptions(cartId)
    if (!option) {
      throw new Error(`Cart ${cartId} is offered no shipping option`)
    }

    return this.chooseShipping(cartId, option.id)
  }

  async startPayment(
    cartId: string,
    providerId: string,
    data?: Record<string, unknown>
  ): Promise<
    Answer<{
      payment_collection: { id: string; payment_sessions: SessionBody[] }
    }>
  > {
    const { payment_collection } = await this.must<{ payment_collection: { id: string } }>(
      "POST",
      "/store/payment-collections",
      { cart_id: cartId }
    )

    return this.call("POST", `/store/payment-collections/${payment_collection.id}/payment-sessions`, {
      provider_id: providerId,
      data,
    })
  }

  async startedSession(cartId: string, providerId: string): Promise<SessionBody> {
    const answer = await this.startPayment(cartId, providerId)
    const session = answer.body.payment_collection?.payment_sessions?.[0]
    if (answer.status !== 200 || !session) {
      throw new Error(`The payment did not start: ${answer.status} ${JSON.stringify(answer.body)}`)
    }

    return session
  }

  complete(
    cartId: string
  ): Promise<Answer<{ order?: OrderBody; cart?: CartBody; error?: { code: string } }>> {
    return this.call("POST", `/store/carts/${cartId}/complete`)
  }

  async order(orderId: string): Promise<OrderBody> {
    return (await this.must<{ order: OrderBody }>("GET", `/store/orders/${orderId}`)).order
  }
}

/** The ways to pay that take hours are on one gateway's page alone. */
export type PageButton =
  | "pay"
  | "decline"
  | "abandon"
  | "mobile_money"
  | "ussd"
  | "bank_transfer"
  | "virtual_account"

/** Presses a button of the sandbox's hosted payment page, as a browser would. */
export async function pressOnPaymentPage(url: string, button: PageButton): Promise<void> {
  const response = await fetch(`${url}/${button}`, { method: "POST", redirect: "manual" })
  if (response.status >= 400) {
    throw new Error(`The payment page answered ${response.status}: ${await response.text()}`)
  }
}
