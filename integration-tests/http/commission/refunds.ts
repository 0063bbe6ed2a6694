import { Modules } from "@medusajs/framework/utils"
import type { CommissionSuite } from "./suite"

export function describeCommissionRefunds(suite: CommissionSuite): void {
  describe("Commission of what is refunded", () => {
    it("goes back with its tax and what was withheld, in parts to the last kobo, whatever the rule says by then", async () => {
      const rule = await suite.rule({
        name: "All",
        conditions: {},
        rate_bps: 777,
        amounts: [{ currency_code: "ngn", fixed: "33.33" }],
      })
      const { session } = await suite.bench.placedOrder()
      const [payment] = await suite.container.resolve(Modules.PAYMENT).listPayments({})
      const charged = suite.bench.paidAt(session)
      await suite.admin("POST", `/admin/commission-rules/${rule.id}`, { rate_bps: 5000 })

      const accounts = ["commission", "commission_tax", "withholding", "vendor_pending"] as const
      const balances = async () =>
        Object.fromEntries(
          await Promise.all(
            accounts.map(async (name) => [name, await suite.bench.books.balance(name)] as const)
          )
        )
      const sold = await balances()
      expect(Object.values(sold)).not.toContain(0n)

      const steps = [100_001, 33_333, charged - 133_334]
      for (const [index, amount] of steps.entries()) {
        const answer = await suite.admin("POST", `/admin/payments/${payment!.id}/refund`, {
          amount: amount / 100,
        })
        expect(answer.status).toBe(200)
        await suite.bench.eventually(async () =>
          expect((await suite.bench.books.kinds()).filter((kind) => kind === "refund")).toHaveLength(
            index + 1
          )
        )
        const left = await balances()
        // What the vendors and the platform have left is what the buyer has not got back.
        expect(left.commission! + left.commission_tax! + left.withholding! + left.vendor_pending!).toBe(
          BigInt(steps.slice(0, index + 1).reduce((sum, step) => sum + step, 0) - charged)
        )
      }

      expect(await balances()).toEqual({
        commission: 0n,
        commission_tax: 0n,
        withholding: 0n,
        vendor_pending: 0n,
      })
    })
  })
}
