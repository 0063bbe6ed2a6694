import { queryRows } from "../../../lib/sql"
import type PayoutModuleService from "../service"
import type { OpenPayoutInput, PayoutBooks } from "../types"

type Parts = {
  service: () => PayoutModuleService
  payout: (over?: Partial<OpenPayoutInput>) => OpenPayoutInput
  booksWith: () => PayoutBooks
}

export function describeFirstPayouts({ service, payout, booksWith }: Parts): void {
  const opened = async (over: Partial<OpenPayoutInput>, books = booksWith()) => {
    const result = await service().openPayout(payout(over), books)
    return result.do === "opened" ? result.payout : null
  }

  describe("The first payouts of a vendor", () => {
    it("tells what a vendor was paid or is being paid, by currency, without what came to nothing", async () => {
      const vendor_id = "vend_paid_before"
      const make = async (over: Partial<OpenPayoutInput>) =>
        (await opened({ vendor_id, period: null, ...over }))!.id
      const [paid, pending, failed] = [await make({}), await make({}), await make({})]
      await make({ currency_code: "ghs" })
      await make({ vendor_id: "vend_another" })
      const now = new Date("2026-11-28T10:00:00Z")
      await service().updatePayouts([
        { id: paid, state: "paid", paid_at: now },
        { id: pending, state: "pending" },
        { id: failed, state: "failed" },
      ])
      expect(await service().paidBefore([vendor_id])).toEqual(
        new Map([
          [`${vendor_id}:ngn`, { first_paid_at: now, sum_minor: 10_000n }],
          [`${vendor_id}:ghs`, { first_paid_at: null, sum_minor: 5000n }],
        ])
      )
      expect(await service().paidBefore([])).toEqual(new Map())
    })

    it("are limited together, also when each was decided upon before the other was there", async () => {
      const vendor_id = "vend_at_once"
      const first_rules = { payout_first_days: 30, payout_first_most: { ngn: 9999 } }
      // The ledger's hold, too, lets one of a vendor's payouts pass at a time.
      const books: PayoutBooks = {
        ...booksWith(),
        hold: async (_, context) => {
          await queryRows(context, "select pg_advisory_xact_lock(7)")
          return true
        },
      }

      const made = await Promise.all(
        ["2026-W47", "2026-W48", "2026-W49"].map((period) =>
          opened({ vendor_id, period, first_rules }, books)
        )
      )

      const states = made.map((one) => one?.state).toSorted()
      expect(states).toEqual(["awaiting_approval", "awaiting_approval", "ready"])
      const kept = await service().listPayouts({ vendor_id })
      expect(kept.map(({ state }) => state).toSorted()).toEqual(states)
    })
  })
}
