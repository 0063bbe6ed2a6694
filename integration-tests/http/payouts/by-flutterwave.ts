import { PAYOUT_MODULE } from "../../../src/modules/payout"
import type PayoutModuleService from "../../../src/modules/payout/service"
import { runPayoutsWorkflow } from "../../../src/workflows/payout/workflows/run-payouts"
import { creditVendors, openAccounts } from "../../helpers/credit-vendors"
import type { FlutterwaveSuite } from "../flutterwave/suite"

/** Where Flutterwave alone is configured, its rail pays what it knows the currency of. */
export function describeFlutterwavePayouts(suite: FlutterwaveSuite) {
  describe("A payout by Flutterwave", () => {
    const payouts = () =>
      suite.place.container
        .resolve<PayoutModuleService>(PAYOUT_MODULE)
        .listPayouts({}, { order: { id: "ASC" } })
    const run = async () =>
      (await runPayoutsWorkflow(suite.place.container).run({ input: { started_by: null } })).result
    const posts = () => suite.place.sandbox.control.calls().filter(({ call }) => call === "POST /transfers")
    const [paid, failed] = [0, 1]

    beforeEach(async () => {
      const ids = suite.place.market.vendors.map(({ id }) => id)
      await openAccounts(suite.place.container, ids)
      await creditVendors(suite.place.container, ids)
      suite.place.bench.tellServer()
    })

    it("is posted once, and its event makes the rail be asked how it ended", async () => {
      suite.place.sandbox.control.topUp("NGN", 1_000_000)
      suite.place.sandbox.control.fault({ on: "transfer", kind: "hangs", times: 2 })
      expect(await run()).toMatchObject({ opened: 2, sent: 2, failed: 0 })
      const rows = await payouts()
      expect(rows.map(({ rail, state }) => [rail, state])).toEqual([
        ["flutterwave", "pending"],
        ["flutterwave", "pending"],
      ])

      suite.place.sandbox.control.settleTransfer(rows[paid]!.reference, "SUCCESSFUL")
      suite.place.sandbox.control.settleTransfer(rows[failed]!.reference, "FAILED")
      await suite.place.bench.eventually(async () =>
        expect((await payouts()).map(({ state }) => state)).toEqual(["paid", "failed"])
      )
      expect(await suite.place.bench.books.balance("gateway_balance")).toBe(-500_000n)
      expect(posts()).toHaveLength(2)
    })

    it("waits for a balance that suffices, and is never posted twice when its answer is lost", async () => {
      suite.place.sandbox.control.topUp("NGN", 500_000)
      suite.place.sandbox.control.fault({ on: "POST /transfers", kind: "5xx_after_commit" })
      expect(await run()).toMatchObject({ opened: 2, sent: 1, waiting: 1 })
      expect((await payouts()).map(({ state }) => state).toSorted()).not.toContain("failed")
      await run()
      expect(posts()).toHaveLength(1)
      await suite.place.bench.eventually(async () =>
        expect((await payouts()).map(({ state }) => state).toSorted()).toEqual(["paid", "ready"])
      )
    })
  })
}
