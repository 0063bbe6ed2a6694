import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { NO_ID, ownMethods } from "../../../lib/__tests__/own-methods"
import { PAYOUT_MODULE } from ".."
import PayoutModuleService from "../service"
import type { BookedPayout, OpenPayoutInput, PayoutBooks } from "../types"
import { describeFirstPayouts } from "./first-payouts"
import { describeMatchHolds } from "./match-holds"

jest.setTimeout(60_000)

let next = 0
let posted: string[]

/** Books that take everything down, and have so much for each vendor. */
const booksWith = (available = 10n ** 12n): PayoutBooks => ({
  hold: async (payout: BookedPayout) => {
    posted.push(`hold ${payout.amount_minor}`)
    return payout.amount_minor <= available
  },
  post: async (movement, payout) => {
    posted.push(`${movement} ${payout.amount_minor}`)
  },
})

const payout = (over: Partial<OpenPayoutInput> = {}): OpenPayoutInput => {
  next += 1

  return {
    vendor_id: `vend_${next}`,
    currency_code: "ngn",
    amount_minor: 5000n,
    fee_minor: 0n,
    rail: "manual",
    account: { id: "vbank_1", bank_name: "A bank", account_last4: "4579" },
    needs_approval: false,
    origin: "schedule",
    period: "2026-W48",
    retry_of: null,
    requested_by: null,
    first_rules: { payout_first_days: 30, payout_first_most: {} },
    ...over,
  }
}

/** Of payouts by their id, or of all vendors at once: for staff and for jobs. */
const ABOUT_NO_SHOP = [
  "approvePayout",
  "balanceAt",
  "changedReleases",
  "checkPayout",
  "claimPayout",
  "clearedMatches",
  "correctOrder",
  "decideMatchHold",
  "deliveredAfter",
  "findByReference",
  "findPayout",
  "heldMatches",
  "holdMatch",
  "holderOf",
  "inTransaction_",
  "isManual",
  "isSetUp",
  "listJobs",
  "listShortfalls",
  "manualRails",
  "markPayout",
  "notTaken",
  "noteNotSent",
  "paidBefore",
  "railFor",
  "readyPayouts",
  "rejectPayout",
  "releaseOrder",
  "releaseReserve",
  "reservesDue",
  "runJob",
  "saveShortfall",
  "sendPayout",
  "sendPayouts",
  "sendsMany",
  "shippedAfter",
  "takeBatch",
  "takeUnsettled",
  "termsOf",
  "trackRecords",
  "uncollectedOrders",
  "vendorsWithDeposit",
  "unmarkedFiles",
  "waitingForBank",
]

const DESTINATION = {
  kind: "bank" as const,
  bank_code: "011",
  account_number: "1",
  account_name: "Ada",
  currency_code: "ngn",
}

moduleIntegrationTestRunner<PayoutModuleService>({
  moduleName: PAYOUT_MODULE,
  resolve: "./src/modules/payout",
  pathToMigrations: "./src/modules/payout/migrations",
  moduleOptions: { providers: [{ resolve: "./src/providers/payout-manual", id: "manual" }] },
  testSuite: ({ service, MikroOrmWrapper }) => {
    const sql = (text: string) => MikroOrmWrapper.forkManager().execute(text)
    const opened = async (over: Partial<OpenPayoutInput> = {}, books = booksWith()) => {
      const result = await service.openPayout(payout(over), books)
      return result.do === "opened" ? result.payout : null
    }
    const stateOf = async (id: string) => (await service.findPayout(id))?.state

    beforeEach(() => {
      posted = []
    })

    it("throws without the vendor's id where it is about one, and nothing else is about one", async () => {
      for (const nothing of NO_ID) {
        await expect(opened({ vendor_id: nothing })).rejects.toThrow("needs the vendor's id")
        const terms = {
          risk_level: "high",
          schedule: null,
          stopped_reason: null,
          is_cash_stopped: false,
          split_deposits: {},
          changed_by: null,
        } as const
        await expect(service.saveTerms({ ...terms, vendor_id: nothing })).rejects.toThrow(
          "needs the vendor's id"
        )
        await expect(service.standingOf(nothing)).rejects.toThrow("needs the vendor's id")
      }
      expect(ownMethods(PayoutModuleService)).toEqual(
        ["openPayout", "saveTerms", "standingOf", ...ABOUT_NO_SHOP].toSorted()
      )
    })

    describe("openPayout", () => {
      it("leaves no row when the money is not there", async () => {
        expect(await service.openPayout(payout(), booksWith(4999n))).toEqual({ do: "short" })
        expect(await service.listPayouts({})).toEqual([])
        await expect(
          service.openPayout(payout(), {
            ...booksWith(),
            hold: () => Promise.reject(new Error("The books are shut.")),
          })
        ).rejects.toThrow("The books are shut.")
        expect(await service.listPayouts({})).toEqual([])
      })

      it("pays a vendor once in a period and a currency, whoever comes at the same time", async () => {
        const input = payout()
        const results = await Promise.all([1, 2, 3, 4].map(() => service.openPayout(input, booksWith())))
        expect(results.map((result) => result.do).toSorted()).toEqual(["known", "known", "known", "opened"])
        expect(posted).toEqual(["hold 5000"])
        for (const over of [{ period: "2026-W49" }, { currency_code: "ghs" }, { vendor_id: "vend_other" }]) {
          expect((await service.openPayout({ ...input, ...over }, booksWith())).do).toBe("opened")
        }
      })

      it("pays a vendor anew in the period of what was called off, and not of what a person has stopped", async () => {
        const input = payout()
        const again = async () => {
          const result = await service.openPayout(input, booksWith())
          return result.do === "opened" ? result.payout.id : result.do
        }
        const reason = "The bank account was changed."
        await service.rejectPayout({ id: await again(), by: "system", reason }, booksWith())
        // As one in a file for the bank is called off.
        const posted = (await service.claimPayout(await again()))!.id
        await service.markPayout({ id: posted, by: "system", to: "failed", reason }, booksWith())
        const id = await again()
        expect(await again()).toBe("known")
        await service.rejectPayout({ id, by: "user_1", reason: "No" }, booksWith())
        expect(await again()).toBe("known")
      })

      it("takes one request of a vendor at a time, and the next when that has ended", async () => {
        const input = payout({ origin: "vendor", period: null })
        const first = await service.openPayout(input, booksWith())
        expect((await service.openPayout(input, booksWith())).do).toBe("known")
        const id = first.do === "opened" ? first.payout.id : ""
        await service.rejectPayout({ id, by: "user_1", reason: "No" }, booksWith())
        expect((await service.openPayout(input, booksWith())).do).toBe("opened")
      })

      it("gives each a reference of its own, and refuses amounts that are none", async () => {
        const [one, other] = [await opened(), await opened()]
        expect(one!.reference).toMatch(/^po-[0-9a-z]{26}$/)
        expect(one!.reference).not.toBe(other!.reference)
        await expect(opened({ amount_minor: 0n })).rejects.toThrow(/check/)
        await expect(opened({ vendor_id: "" })).rejects.toThrow(RangeError)
      })
    })

    describeMatchHolds(() => service)
    describeFirstPayouts({ service: () => service, payout, booksWith })

    describe("approvePayout", () => {
      it("is refused to whoever asked, and done by one of several others", async () => {
        const { id } = (await opened({ needs_approval: true, requested_by: "user_a" }))!
        expect(await service.approvePayout({ id, by: "user_a" })).toBeNull()
        expect(await stateOf(id)).toBe("awaiting_approval")
        const answers = await Promise.all(
          ["user_b", "user_c", "user_d"].map((by) => service.approvePayout({ id, by }))
        )
        expect(answers.filter(Boolean)).toHaveLength(1)
        expect(await stateOf(id)).toBe("ready")
      })

      it("and a rejection at the same time leave one of the two, and one entry", async () => {
        const { id } = (await opened({ needs_approval: true, requested_by: "user_a" }))!
        posted = []
        await Promise.all([
          service.rejectPayout({ id, by: "user_c", reason: "No" }, booksWith()),
          service.rejectPayout({ id, by: "user_d", reason: "No" }, booksWith()),
          service.approvePayout({ id, by: "user_b" }),
        ])
        // What was approved first can be rejected until it is sent.
        expect(posted).toEqual(["failed 5000"])
        expect(await stateOf(id)).toBe("rejected")
      })
    })

    describe("claimPayout", () => {
      it("gives a payout to one of several runs", async () => {
        const { id } = (await opened())!
        const claims = await Promise.all([1, 2, 3, 4, 5].map(() => service.claimPayout(id)))
        expect(claims.filter(Boolean)).toHaveLength(1)
        expect(await stateOf(id)).toBe("posting")
        expect((await service.rejectPayout({ id, by: "user_1", reason: "No" }, booksWith())).from).toBe(
          "posting"
        )
        expect(await stateOf(id)).toBe("posting")
      })

      it("is not for what waits for approval", async () => {
        const { id } = (await opened({ needs_approval: true }))!
        expect(await service.claimPayout(id)).toBeNull()
      })
    })

    it("is rejected also when its rail is no longer configured, and never said to have ended there otherwise", async () => {
      const { id } = (await opened())!
      await sql(`update payout set rail = 'gone' where id = '${id}'`)
      expect([service.isSetUp("manual"), service.isSetUp("gone")]).toEqual([true, false])
      expect(service.sendsMany("gone", "ngn")).toBe(false)
      posted = []
      await service.rejectPayout({ id, by: "user_1", reason: "No" }, booksWith())
      expect([await stateOf(id), posted]).toEqual(["rejected", ["failed 5000"]])

      const other = (await opened())!
      await sql(`update payout set rail = 'gone', state = 'pending' where id = '${other.id}'`)
      const mark = { id: other.id, by: "user_1", to: "paid" as const, reason: null }
      await expect(service.markPayout(mark, booksWith())).rejects.toThrow(/configured/)
      expect(await stateOf(other.id)).toBe("pending")
    })

    it("books nothing when the row cannot be changed, and changes no row when the books refuse", async () => {
      const { id } = (await opened())!
      const claimed = (await service.claimPayout(id))!
      await service.sendPayout(claimed, DESTINATION, booksWith())
      expect(await stateOf(id)).toBe("pending")
      const shut = { ...booksWith(), post: () => Promise.reject(new Error("The books are shut.")) }
      const mark = { id, by: "user_1", to: "paid" as const, reason: null }
      await expect(service.markPayout(mark, shut)).rejects.toThrow("The books are shut.")
      expect(await stateOf(id)).toBe("pending")

      posted = []
      await Promise.all([1, 2, 3].map(() => service.markPayout(mark, booksWith())))
      expect(posted).toEqual(["paid 5000"])
    })

    it("goes on with what was interrupted before people were told of it, and asks nobody about the rest", async () => {
      const { id } = (await opened())!
      await service.claimPayout(id)
      expect(await service.takeUnsettled(10)).toEqual([])
      await sql(`update payout set posted_at = now() - interval '61 seconds'`)

      const [taken, none] = [await service.takeUnsettled(1), await service.takeUnsettled(0)]
      expect([taken.map((one) => one.id), none]).toEqual([[id], []])
      expect((await service.checkPayout(taken[0]!, booksWith())).payout.state).toBe("pending")
      expect(await service.takeUnsettled(10)).toEqual([])
      expect(await stateOf(id)).toBe("pending")
    })

    it("puts each payout into one file for the bank, also when two take one at the same time", async () => {
      const made: string[] = []
      for (let count = 0; count < 5; count += 1) {
        const claimed = (await service.claimPayout((await opened())!.id))!
        await service.sendPayout(claimed, DESTINATION, booksWith())
        made.push(claimed.id)
      }
      const take = (batch: string, fill_with: string[] = []) =>
        service.takeBatch({ batch, currency_code: "ngn", fill_with })
      const first = made.slice(0, 4)
      const files = await Promise.all([take("pbat_1", first), take("pbat_2", first)])
      const ids = files.flat().map(({ id }) => id)
      expect(ids.toSorted()).toEqual(first.toSorted())
      expect(await take("pbat_1")).toEqual(files[0])
      const [batch, [marked, ...others]] = files[0]!.length
        ? (["pbat_1", files[0]!] as const)
        : (["pbat_2", files[1]!] as const)
      await service.markPayout(
        { id: marked!.id, by: "user_1", to: "failed", reason: "Account closed" },
        booksWith()
      )
      expect(await take(batch)).toEqual(others)
      // Which had not been looked at is in none.
      expect((await take("pbat_3", made)).map(({ id }) => id)).toEqual([made[4]])
    })

    it("keeps when a job ran to its end, and why it did not", async () => {
      await service.runJob("run-payouts", async () => ({ opened: 1 }))
      const [first] = await service.listJobs()
      await expect(
        service.runJob("run-payouts", () => Promise.reject(new Error("Out of order")))
      ).rejects.toThrow("Out of order")
      const [second] = await service.listJobs()
      expect(second).toMatchObject({
        succeeded_at: first!.succeeded_at,
        last_error: "Out of order",
        result: { opened: 1 },
      })
      expect(second!.started_at > first!.started_at).toBe(true)
    })

    it("goes by what staff have set for a vendor, and else by what is usual", async () => {
      await service.saveTerms({
        vendor_id: "vend_a",
        risk_level: "high",
        schedule: null,
        stopped_reason: "Under review",
        is_cash_stopped: true,
        split_deposits: { ngn: "5000000" },
        changed_by: "user_1",
      })
      const terms = await service.termsOf(["vend_a", "vend_b"])
      expect(terms.get("vend_a")).toMatchObject({
        risk_level: "high",
        stopped_reason: "Under review",
        is_cash_stopped: true,
        split_deposits: { ngn: "5000000" },
      })
      expect(terms.get("vend_b")).toEqual({
        risk_level: "standard",
        schedule: null,
        stopped_reason: null,
        is_cash_stopped: false,
        split_deposits: {},
      })
      await service.saveTerms({ ...terms.get("vend_b")!, vendor_id: "vend_b", changed_by: null })
      expect(await service.vendorsWithDeposit()).toEqual(["vend_a"])
    })

    it("refuses a state that is none, an approver who asked, and a reference twice, in the database too", async () => {
      const { id, reference } = (await opened({ requested_by: "user_a" }))!
      await expect(sql(`update payout set state = 'gone' where id = '${id}'`)).rejects.toThrow(/check/)
      await expect(sql(`update payout set approved_by = 'user_a' where id = '${id}'`)).rejects.toThrow(
        /check/
      )
      const other = (await opened())!
      await expect(
        sql(`update payout set reference = '${reference}' where id = '${other.id}'`)
      ).rejects.toThrow(/duplicate/)
    })
  },
})
