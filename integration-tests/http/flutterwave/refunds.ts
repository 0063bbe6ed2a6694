import { Modules } from "@medusajs/framework/utils"
import type { FlutterwaveSuite } from "./suite"

const ACCOUNTS = ["vendor_pending", "commission", "unallocated", "gateway_clearing"] as const

export function describeRefunds(suite: FlutterwaveSuite): void {
  const { payments, refunds } = suite

  describe("A refund by staff", () => {
    const standing = () => Promise.all(ACCOUNTS.map((account) => payments.bench.books.balance(account)))
    const entries = async () =>
      (await payments.bench.books.kinds()).filter((kind) => kind === "refund").length

    async function paidOrder() {
      const { session } = await payments.bench.placedOrder()
      const [payment] = await payments.container.resolve(Modules.PAYMENT).listPayments({})
      const refund = (amount: number) =>
        refunds.admin("POST", `/admin/payments/${payment!.id}/refund`, { amount })

      return { session, refund }
    }

    it("is made to the kobo and once, also when the gateway did not confirm the first try", async () => {
      const { session, refund } = await paidOrder()
      suite.control.fault({ on: "POST /transactions", kind: "5xx_after_commit" })

      expect(await refund(500.05)).toMatchObject({
        status: 422,
        body: { code: "payment_gateway_unreachable" },
      })
      await payments.bench.reconcile()
      expect((await refund(500.05)).status).toBe(200)
      await payments.bench.reconcile()

      expect(payments.bench.refundsOf(session)).toEqual([50005])
      await payments.bench.eventually(async () => expect(await entries()).toBe(1))
    })

    it("that fails after it was taken on is found by asking, owed again in the books, and made when it is tried again", async () => {
      const { session, refund } = await paidOrder()
      const before = await standing()
      suite.control.fault({ on: "refund", kind: "fails" })

      await refund(1234.56)
      await payments.bench.eventually(async () => expect(await entries()).toBe(1))
      expect(await standing()).not.toEqual(before)
      await payments.bench.eventually(async () => {
        await payments.bench.reconcile()
        expect(await standing()).toEqual(before)
      })

      expect(await payments.bench.books.kinds()).toEqual(["receipt", "refund", "reversal", "sale"])
      await refunds.letRetriesCome()
      await payments.bench.reconcile()
      await payments.bench.reconcile()
      expect(await payments.bench.books.kinds()).toEqual(["receipt", "refund", "refund", "reversal", "sale"])
      // The one that failed, and the one that was made.
      expect(payments.bench.refundsOf(session)).toEqual([123456, 123456])
      expect(await payments.bench.notices()).toEqual([])
    })
  })
}
