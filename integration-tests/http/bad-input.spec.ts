import { createMarketplace, type Marketplace } from "../helpers/create-marketplace"
import { serverTests } from "../helpers/server-tests"
import { Shopper } from "../helpers/shopper"

jest.setTimeout(120_000)

type Bad = [what: string, method: string, path: string, body?: unknown]

/** Requests that no client should send, on Merkato's routes and on core's that Merkato changes. */
const BAD: Bad[] = [
  ["a NUL in a search", "GET", "/store/vendors?q=a%00b"],
  ["a NUL in a handle", "GET", "/store/vendors/a%00b"],
  ["a NUL in the handle of a product list", "GET", "/store/vendors/a%00b/products"],
  ["a NUL in a product's id", "GET", "/store/products/a%00b"],
  ["a NUL in a cart's id", "GET", "/store/carts/a%00b/vendors"],
  ["a broken escape", "GET", "/store/vendors/%E0%A4%A"],
  ["a filter three levels deep", "GET", "/store/vendors?a.b.c=1"],
  ["an operator where a text belongs", "GET", "/store/vendors?q[$ne]=x"],
  ["an unknown shop", "GET", "/store/vendors/nobody"],
  ["products by an unknown filter", "GET", "/store/products?vendor[status]=pending"],
  ["products of a handle by an unknown filter", "GET", "/store/vendors/shop-1/products?colour=red"],
  ["a very long handle", "GET", `/store/vendors/${"x".repeat(3000)}`],
  ["an unknown cart's shops", "GET", "/store/carts/cart_nobody/vendors"],
  ["the options of an unknown cart", "GET", "/store/shipping-options?cart_id=cart_nobody"],
  ["the options of no cart", "GET", "/store/shipping-options"],
  ["an unknown order", "GET", "/store/orders/order_nobody"],
  [
    "an item for an unknown cart",
    "POST",
    "/store/carts/cart_nobody/line-items",
    { variant_id: "v", quantity: 1 },
  ],
  [
    "a method for an unknown cart",
    "POST",
    "/store/carts/cart_nobody/shipping-methods",
    { option_id: "so_x" },
  ],
  ["completing an unknown cart", "POST", "/store/carts/cart_nobody/complete", {}],
  ["completing a cart whose id has a NUL", "POST", "/store/carts/a%00b/complete", {}],
  [
    "a payment for an unknown collection",
    "POST",
    "/store/payment-collections/pay_col_nobody/payment-sessions",
    { provider_id: "pp_system_default" },
  ],
  ["no JSON", "POST", "/store/carts", "{"],
  ["a list for an object", "POST", "/store/carts", "[]"],
  ["lists in lists without end", "POST", "/store/carts", `${"[".repeat(40_000)}${"]".repeat(40_000)}`],
  [
    "a deep object where a text belongs",
    "POST",
    "/store/carts",
    `{"region_id":${'{"a":'.repeat(9000)}1${"}".repeat(9001)}`,
  ],
  ["a body without its fields", "POST", "/store/carts/:cart/line-items", {}],
  [
    "an unknown field",
    "POST",
    "/store/carts/:cart/line-items",
    { variant_id: ":variant", quantity: 1, price: 1 },
  ],
  [
    "an unknown variant",
    "POST",
    "/store/carts/:cart/line-items",
    { variant_id: "variant_nobody", quantity: 1 },
  ],
  [
    "a NUL in a variant's id",
    "POST",
    "/store/carts/:cart/line-items",
    { variant_id: "a\u0000b", quantity: 1 },
  ],
  ["no quantity at all", "POST", "/store/carts/:cart/line-items", { variant_id: ":variant", quantity: 0 }],
  ["a negative quantity", "POST", "/store/carts/:cart/line-items", { variant_id: ":variant", quantity: -1 }],
  ["more than there is", "POST", "/store/carts/:cart/line-items", { variant_id: ":variant", quantity: 1e6 }],
  [
    "more than a number holds",
    "POST",
    "/store/carts/:cart/line-items",
    { variant_id: ":variant", quantity: 1e300 },
  ],
  ["an unknown option", "POST", "/store/carts/:cart/shipping-methods", { option_id: "so_nobody" }],
  ["an option that is no text", "POST", "/store/carts/:cart/shipping-methods", { option_id: 7 }],
  ["the option of another shop", "POST", "/store/carts/:cart/shipping-methods", { option_id: ":foreign" }],
  ["an unknown region", "POST", "/store/carts", { region_id: "reg_nobody" }],
  ["an unknown promotion", "POST", "/store/carts/:cart/promotions", { promo_codes: ["NOBODY", 5] }],
]

serverTests({
  testSuite: ({ getContainer, api }) => {
    let market: Marketplace
    let shopper: Shopper

    beforeAll(async () => {
      market = await createMarketplace(getContainer(), { vendors: 2 })
      shopper = new Shopper(api.defaults.baseURL, market.publishable_key)
    })

    it("is answered by a 4xx with a code and a sentence, and changes nothing", async () => {
      const [first, second] = market.vendors
      const cart = await shopper.createCart(market.region_id, [first!.products[0]!.variant_id])
      const foreign = await foreignOption(second!.products[0]!.variant_id)
      const fill = (text: string) =>
        text
          .replace(":cart", cart.id)
          .replace(":variant", first!.products[0]!.variant_id)
          .replace(":foreign", foreign)
      const before = await shopper.must("GET", `/store/carts/${cart.id}`)

      const answers: unknown[] = []
      for (const [what, method, path, body] of BAD) {
        const sent = typeof body === "string" || body === undefined ? body : fill(JSON.stringify(body))
        const { status, code, message } = await send(method, fill(path), sent)
        answers.push([what, status >= 400 && status < 500, typeof code, /\w+ \w+/.test(message ?? "")])
        if (status >= 500 || !code) {
          answers.push({ what, status, code, message })
        }
      }

      expect(answers).toEqual(BAD.map(([what]) => [what, true, "string", true]))
      expect(await shopper.must("GET", `/store/carts/${cart.id}`)).toEqual(before)
    })

    async function foreignOption(variantId: string): Promise<string> {
      const cart = await shopper.createCart(market.region_id, [variantId])
      const [option] = await shopper.shippingOptions(cart.id)
      return option!.id
    }

    async function send(method: string, path: string, body: string | undefined) {
      const response = await fetch(`${shopper.base_url}${path}`, {
        method,
        headers: {
          "content-type": "application/json",
          "x-publishable-api-key": market.publishable_key,
        },
        body,
      })
      const text = await response.text()
      const answer = text.startsWith("{") ? (JSON.parse(text) as { code?: string; message?: string }) : {}

      return { status: response.status, code: answer.code, message: answer.message ?? text.slice(0, 200) }
    }
  },
})
