import { toMajorUnits } from "../../../src/lib/money"
import { dunDebtsWorkflow } from "../../../src/workflows/debt/workflows/dun-debts"
import { changeVendorStatusWorkflow } from "../../../src/workflows/vendor/workflows/change-vendor-status"
import { createStaff, signIn } from "../../helpers/people"
import { enrolAuthenticator, signInWithFactor } from "../../helpers/second-factor"
import type { RefundSuite } from "./suite"

type WriteOff = {
  write_off: { id: string; state: string; amount: string }
  code?: string
  message?: string
  count?: number
}

const refusal = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code]

export function describeDebts(suite: RefundSuite): void {
  describe("What a shop owes", () => {
    /** One of the staff, with a fresh second factor. */
    async function finance(name: string) {
      const { base_url } = suite.shopper
      const { email } = await createStaff(suite.container, "finance", `${name}@staff.example.com`)
      const app = await enrolAuthenticator(await signIn(base_url, "user", email))

      return signInWithFactor(base_url, { actor: "user", email }, app)
    }

    it("is told of once in a while, and is given up by two of the staff once the shop has left", async () => {
      const { part, order_id } = await suite.desk.buy([0])
      const vendor_id = suite.market.vendors[0]!.id
      const debtOf = () => suite.bench.books.balance("vendor_available", vendor_id)
      const pending = async () => -(await suite.bench.books.balance("vendor_pending", vendor_id))
      const refund = async (number: number, amount: string) => {
        const refunded = await suite.admin("POST", `/admin/vendor-orders/${await part(0)}/refund`, {
          amount,
          reason: "damaged",
          note: "It has come broken.",
          idempotency_key: `debt-refund-${number}`,
        })
        expect(refunded.status).toBeLessThan(300)
      }
      await refund(1, "1000")
      expect(await debtOf()).toBeGreaterThan(0n)

      const run = async () => (await dunDebtsWorkflow(suite.container).run({ input: {} })).result
      expect([await run(), await run()]).toEqual([
        { owing: 1, reminded: 1, invoiced: 0 },
        { owing: 1, reminded: 0, invoiced: 0 },
      ])
      const [asker, other] = [await finance("ada"), await finance("obi")]
      const wish = { vendor_id, currency_code: "ngn", reason: "It has closed its doors." }
      const ask = () => asker<WriteOff>("POST", "/admin/payouts/write-offs", wish)
      expect(refusal(await ask())).toEqual([400, "write_off_refused"])
      await changeVendorStatusWorkflow(suite.container).run({
        input: { vendor_id, to: "closed", actor: "test", reason: "bankrupt" },
      })
      // What is still held of the shop's sale is more than it owes.
      expect(await pending()).toBeGreaterThan(await debtOf())
      const covered = await ask()
      expect(refusal(covered)).toEqual([400, "write_off_refused"])
      expect(covered.body.message).toContain(" pending")
      const [sold] = await suite.desk.rows(order_id)
      await refund(2, toMajorUnits(BigInt(sold!.charged_minor) - 100_000n, "ngn"))
      expect(await pending()).toBe(0n)
      const debt = await debtOf()
      const asked = await ask()
      expect([asked.status, asked.body.write_off?.state]).toEqual([201, "requested"])
      const path = `/admin/payouts/write-offs/${asked.body.write_off.id}/approve`
      expect(refusal(await asker<WriteOff>("POST", path, {}))).toEqual([403, "write_off_own_request"])
      expect(await debtOf()).toBe(debt)

      const approved = await other<WriteOff>("POST", path, {})

      expect([approved.status, approved.body.write_off?.state]).toEqual([200, "approved"])
      expect(await debtOf()).toBe(0n)
      expect(await suite.bench.books.balance("write_off")).toBe(debt)
      expect(refusal(await other("POST", path, {}))).toEqual([400, "write_off_refused"])
      expect((await other<WriteOff>("GET", "/admin/payouts/write-offs")).body.count).toBe(1)
    })
  })
}
