import { type Client, createMember, signIn } from "../../helpers/people"
import { type CartSuite, cartOf, deliveryOf, kobo, variantOf } from "./suite"

const PROMOTIONS = "/vendor/promotions"

type Promotion = {
  id: string
  code: string
  phase: string
  value: string
  budget: string | null
  budget_used: string
  order_count: number
  product_ids: string[]
  minimum_subtotal: string | null
}
type Body = { promotion: Promotion; promotions: Promotion[]; count: number; code: string }
type Adjusted = { adjustments?: { code: string; amount: number }[] }
type Cart = {
  items: (Adjusted & { product_id: string })[]
  shipping_methods: (Adjusted & { shipping_option_id: string })[]
}

export function describeShopPromotions(suite: CartSuite): void {
  describe("a promotion of a shop", () => {
    let owners: Client[] = []

    beforeEach(async () => {
      owners = []
      for (const [index, vendor] of suite.market().vendors.slice(0, 2).entries()) {
        const email = `owner@shop-${index + 1}.example.com`
        await createMember(suite.container(), vendor.id, "owner", email)
        owners.push(await signIn(suite.shopper().base_url, "user", email))
      }
    })

    const make = async (shop: number, body: object): Promise<Promotion> => {
      const answer = await owners[shop - 1]!<Body>("POST", PROMOTIONS, { name: "Market day", ...body })
      expect([answer.status, answer.body.code]).toEqual([201, undefined])

      return answer.body.promotion
    }

    const change = async (shop: number, id: string, body: object): Promise<Promotion> => {
      const answer = await owners[shop - 1]!<Body>("POST", `${PROMOTIONS}/${id}`, body)
      expect([answer.status, answer.body.code]).toEqual([200, undefined])

      return answer.body.promotion
    }

    const use = (cartId: string, ...promo_codes: string[]) =>
      suite.shopper().must("POST", `/store/carts/${cartId}/promotions`, { promo_codes })

    /** What was taken off the goods of each shop, and off its delivery, in kobo. */
    const takenOff = async (cartId: string) => {
      const { cart } = await suite.shopper().must<{ cart: Cart }>("GET", `/store/carts/${cartId}`)
      const sum = ({ adjustments = [] }: Adjusted) =>
        kobo(adjustments.reduce((total, { amount }) => total + amount, 0))
      const shopOf = (productId: string) =>
        suite.market().vendors.findIndex(({ products }) => products.some(({ id }) => id === productId)) + 1

      return {
        goods: cart.items
          .map((item) => [shopOf(item.product_id), sum(item)] as const)
          .toSorted(([left], [right]) => left - right),
        delivery: cart.shipping_methods.map((method) => [method.shipping_option_id, sum(method)] as const),
      }
    }

    it("takes off that shop's goods alone, to the kobo, and the shop pays for it", async () => {
      const { code, id } = await make(1, {
        code: "kente-10",
        target: "items",
        kind: "percentage",
        value: "10",
      })
      expect(code).toBe("KENTE-10")
      const cart = await cartOf(suite, 1, 2)
      await use(cart.id, code)
      expect((await takenOff(cart.id)).goods).toEqual([
        [1, 19_990],
        [2, 0],
      ])

      await suite.shopper().chooseAnyShipping(cart.id)
      await suite.shopper().startedSession(cart.id, "pp_system_default")
      const { body } = await suite.shopper().complete(cart.id)
      const order = await suite.shopper().order(body.order!.id)
      const parts = new Map(order.vendor_orders.map((part) => [part.vendor.id, part.id]))
      const paidBy = async (shop: number) => {
        const part = parts.get(suite.market().vendors[shop - 1]!.id)
        const { body: answer } = await owners[shop - 1]!<{
          order: { vendor_discount_total: string; platform_discount_total: string }
        }>("GET", `/vendor/orders/${part}`)

        return [answer.order.vendor_discount_total, answer.order.platform_discount_total]
      }
      expect(await paidBy(1)).toEqual(["199.9", "0"])
      expect(await paidBy(2)).toEqual(["0", "0"])

      // What is part of an order stays; what was never used goes.
      const own = owners[0]!
      expect(await own<Body>("DELETE", `${PROMOTIONS}/${id}`)).toMatchObject({
        status: 400,
        body: { code: "promotion_used" },
      })
      expect((await own<Body>("GET", `${PROMOTIONS}/${id}`)).body.promotion).toMatchObject({ order_count: 1 })
      expect((await change(1, id, { status: "inactive" })).phase).toBe("stopped")
      const unused = await make(1, { code: "NEVER", target: "items", kind: "percentage", value: 5 })
      expect((await own("DELETE", `${PROMOTIONS}/${unused.id}`)).status).toBe(200)
      expect((await own("GET", `${PROMOTIONS}/${unused.id}`)).status).toBe(404)
    })

    it("counts its minimum on that shop's goods, and a fixed amount once for all of them", async () => {
      const { id, code } = await make(1, {
        code: "FIVE-HUNDRED",
        target: "items",
        kind: "fixed",
        value: "500.01",
        currency_code: "ngn",
        minimum_subtotal: 4000,
        budget: "10000",
        usage_limit: 3,
      })
      // 1,999 of the first shop and 2,099 of the second are more than 4,000 together.
      const cart = await cartOf(suite, 1, 2)
      await use(cart.id, code)
      expect((await takenOff(cart.id)).goods).toEqual([
        [1, 0],
        [2, 0],
      ])
      await suite.shopper().addItem(cart.id, variantOf(suite.market(), 1), 2)
      await use(cart.id, code)
      expect((await takenOff(cart.id)).goods).toEqual([
        [1, 50_001],
        [2, 0],
      ])

      const none = suite.market().vendors[0]!.products[0]!.id
      expect(await change(1, id, { minimum_subtotal: null, value: 1, product_ids: [none] })).toMatchObject({
        minimum_subtotal: null,
        value: "1",
        budget: "10000",
        product_ids: [none],
      })
      await use(cart.id, code)
      expect((await takenOff(cart.id)).goods).toEqual([
        [1, 100],
        [2, 0],
      ])
      expect((await change(1, id, { ends_at: "2026-01-01T00:00:00Z" })).phase).toBe("ended")
      await use(cart.id)
      await suite.shopper().addItem(cart.id, variantOf(suite.market(), 2), 1)
      expect((await takenOff(cart.id)).goods.map(([, off]) => off)).toEqual([0, 0])
    })

    it("that holds by itself is for that shop's delivery alone", async () => {
      const { id } = await make(2, {
        is_automatic: true,
        target: "delivery",
        kind: "percentage",
        value: 100,
      })
      // Two on one delivery could not be paid for, and nobody can take out what holds by itself.
      const second = { name: "More", is_automatic: true, target: "delivery", kind: "percentage", value: 50 }
      expect((await owners[1]!<Body>("POST", PROMOTIONS, second)).body.code).toBe("promotion_limit_reached")
      const cart = await cartOf(suite, 1, 2)
      await suite.shopper().chooseShipping(cart.id, await deliveryOf(suite, cart.id, 1))
      const { delivery, goods } = await takenOff(cart.id)
      expect(delivery).toHaveLength(2)
      expect(delivery.filter(([, off]) => off)).toEqual([[await deliveryOf(suite, cart.id, 2), 150_000]])
      expect(goods.map(([, off]) => off)).toEqual([0, 0])
      await change(2, id, { status: "inactive" })
    })

    it("is nobody else's, and cannot be for what is not the shop's", async () => {
      const [one, two] = owners as [Client, Client]
      const { id } = await make(1, { code: "MINE", target: "items", kind: "percentage", value: 1 })
      for (const [method, body] of [["GET"], ["POST", { value: 99 }], ["DELETE"]] as const) {
        expect(await two<Body>(method, `${PROMOTIONS}/${id}`, body)).toMatchObject({
          status: 404,
          body: { code: "promotion_not_found" },
        })
      }
      expect((await two<Body>("GET", `${PROMOTIONS}?q=MINE`)).body).toMatchObject({
        promotions: [],
        count: 0,
      })
      expect((await one<Body>("GET", `${PROMOTIONS}?q=mine&phase=running`)).body).toMatchObject({
        promotions: [{ id, value: "1", minimum_subtotal: null, product_ids: [] }],
        count: 1,
      })

      const foreign = suite.market().vendors[1]!.products[0]!.id
      const fixed = { target: "items", kind: "fixed", currency_code: "ngn" }
      const percentage = { target: "items", kind: "percentage", value: 5 }
      for (const [body, code] of [
        [{ ...percentage, code: "MINE" }, "promotion_code_taken"],
        [{ ...percentage, code: "THEIRS", product_ids: [foreign] }, "product_not_found"],
        [{ ...percentage, code: "ALL", target: "order" }, "invalid_data"],
        [{ ...percentage, code: "RULES", target_rules: [] }, "invalid_data"],
        [{ ...percentage, code: "MUCH", value: 101 }, "promotion_terms_refused"],
        [{ ...percentage, code: "LEAST", minimum_subtotal: 1 }, "promotion_terms_refused"],
        [{ ...fixed, code: "KOBO", value: "0.001" }, "promotion_terms_refused"],
        [{ ...fixed, code: "OTHER", value: 5, currency_code: "usd" }, "promotion_terms_refused"],
        [percentage, "invalid_data"],
      ] as const) {
        const answer = await one<Body>("POST", PROMOTIONS, { name: "Refused", ...body })
        expect([body, answer.status >= 400, answer.body.code]).toEqual([body, true, code])
      }
    })
  })
}
