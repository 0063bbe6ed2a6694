import { Modules } from "@medusajs/framework/utils"
import { clientWith, createBuyer, signIn } from "../../helpers/people"
import type { RefundSuite } from "./suite"

type Shown = { kind: string; amount: string; order_id: string; order_number: number }
type List = { transactions: Shown[]; count: number }

export function describeBuyersView(suite: RefundSuite): void {
  describe("What a buyer sees of their money", () => {
    const key = () => ({ "x-publishable-api-key": suite.market.publishable_key })
    const buyerCalled = async (email: string) => {
      await createBuyer(suite.container, email)

      return signIn(suite.shopper.base_url, "customer", email, key())
    }

    it("is what was paid for their own orders and what went back, and nobody else's", async () => {
      const buyer = await buyerCalled("ada@example.com")
      const other = await buyerCalled("obi@example.com")
      const cartId = await suite.bench.readyCart()
      expect((await buyer("POST", `/store/carts/${cartId}/customer`, {})).status).toBe(200)
      const session = await suite.bench.startHosted(cartId)
      await suite.bench.press(session)
      const { order } = (await suite.bench.complete(cartId)).body
      const [payment] = await suite.container.resolve(Modules.PAYMENT).listPayments({})
      await suite.admin("POST", `/admin/payments/${payment!.id}/refund`, { amount: 1000.5 })
      await suite.bench.placedOrder()

      const { body } = await buyer<List>("GET", "/store/transactions")

      const paid = suite.bench.paidAt(session) / 100
      expect(body.count).toBe(2)
      expect(body.transactions.map(({ kind, amount }) => [kind, Number(amount)])).toEqual([
        ["refund", 1000.5],
        ["payment", paid],
      ])
      expect(body.transactions[0]).toEqual({
        id: expect.stringMatching(/^ordtrx_/),
        kind: "refund",
        amount: "1000.5",
        currency_code: "ngn",
        order_id: order!.id,
        order_number: order!.display_id,
        created_at: expect.any(String),
        refund: { id: expect.stringMatching(/^grf_/), state: "on_its_way", to_do: null, account: null },
      })
      const list = async (query: string) => (await buyer<List>("GET", `/store/transactions${query}`)).body
      expect((await list("?order=created_at")).transactions.map(({ kind }) => kind)).toEqual([
        "payment",
        "refund",
      ])
      expect(await list("?limit=1&offset=1")).toMatchObject({ count: 2, transactions: [{ kind: "payment" }] })
      expect((await list(`?order_id=${order!.id}`)).count).toBe(2)
      expect((await list("?kind=refund")).transactions.map(({ kind }) => kind)).toEqual(["refund"])
      expect((await list("?kind=payment&created_at[$lt]=2026-01-01T00:00:00Z")).count).toBe(0)
      const file = await buyer<{ text: string }>("GET", "/store/transactions/export?kind=payment")
      expect(file.body.text.trimEnd().split("\n")).toEqual([
        "id,created_at,kind,amount,currency_code,order_number",
        expect.stringMatching(new RegExp(`^ordtrx_.*,payment,${paid},ngn,${order!.display_id}$`)),
      ])
      const foreign = (await suite.bench.orderIds()).find((id) => id !== order!.id)
      expect((await list(`?order_id=${foreign}`)).count).toBe(0)
      expect((await other<List>("GET", "/store/transactions")).body).toMatchObject({
        transactions: [],
        count: 0,
      })
      expect((await other<List>("GET", `/store/transactions?order_id=${order!.id}`)).body.count).toBe(0)
      for (const query of ["?customer_id=cus_1", "?fields=*order", "?limit=1000"]) {
        expect([query, (await buyer("GET", `/store/transactions${query}`)).status]).toEqual([query, 400])
      }
      const stranger = clientWith(suite.shopper.base_url, key())
      expect((await stranger("GET", "/store/transactions")).status).toBe(401)
    })
  })
}
