import { changeVendorStatusWorkflow } from "../../../src/workflows/vendor/workflows/change-vendor-status"
import { minor, type PayoutSuite, refusal } from "./suite"

export function describeWhoIsPaid(suite: PayoutSuite): void {
  const { run, list, balance, deliver, release, soldAndReleased, setAccount, vendorId, only } = suite

  const sellInAll = async () => {
    const order = await suite.desk.buy([0, 1, 2])
    for (const shop of [0, 1, 2]) {
      await deliver(shop, order)
    }
    await release()
  }

  describe("Who is paid", () => {
    it("others are, when one is suspended and another is stopped", async () => {
      await sellInAll()
      await changeVendorStatusWorkflow(suite.container).run({
        input: { vendor_id: vendorId(0), to: "suspended", actor: "test", reason: "Under review" },
      })
      await suite.finance("POST", `/admin/payouts/terms/${vendorId(1)}`, { stopped_reason: "A complaint" })

      expect(await run()).toMatchObject({ opened: 1, errors: 0 })
      expect(await suite.sql(`select vendor_id from payout`)).toEqual([{ vendor_id: vendorId(2) }])

      await suite.finance("POST", `/admin/payouts/terms/${vendorId(1)}`, { stopped_reason: null })
      expect(await run()).toMatchObject({ opened: 1 })
    })

    it("others are, when one cannot be, whatever is the matter with it", async () => {
      await sellInAll()
      // A number that is sealed for another row does not open in this one.
      await suite.sql(
        `update vendor_bank_account set account_number_ciphertext = (
           select account_number_ciphertext from vendor_bank_account where vendor_id = ?) where vendor_id = ?`,
        [vendorId(1), vendorId(0)]
      )
      expect(await run()).toMatchObject({ opened: 3, sent: 2, failed: 1 })
      expect((await only(0)).state).toBe("ready")
    })

    it("nobody is whose shop was suspended, or stopped, after the payout was made", async () => {
      await soldAndReleased(0)
      await suite.shops[0]!("POST", "/vendor/payouts", { currency_code: "ngn" })
      await suite.finance("POST", `/admin/payouts/terms/${vendorId(0)}`, { stopped_reason: "A complaint" })
      expect(await run()).toMatchObject({ sent: 0, waiting: 1 })
      expect((await only(0)).state).toBe("ready")
    })

    it("an account that has just been changed is not, and what was made for the old one is called off", async () => {
      const { net } = await soldAndReleased(0)
      await suite.shops[0]!("POST", "/vendor/payouts", { currency_code: "ngn" })
      await setAccount(0, { account_number: "0000000220" })

      expect(await run()).toMatchObject({ opened: 0, sent: 0 })
      expect(await only(0)).toMatchObject({ state: "rejected", reason: expect.stringMatching(/changed/) })
      expect(await balance(0)).toMatchObject({ available: net, in_transit: "0" })
      expect(await run()).toMatchObject({ opened: 0 })
      const asked = await suite.shops[0]!<{ code?: string }>("POST", "/vendor/payouts", {
        currency_code: "ngn",
      })
      expect(refusal(asked)).toEqual([400, "payout_refused"])

      await suite.sql(
        `update vendor_bank_account set created_at = created_at - interval '73 hours' where vendor_id = ?`,
        [vendorId(0)]
      )
      expect(await run()).toMatchObject({ opened: 1, sent: 1 })
    })

    it("a shop that is not verified waits longer, also when the buyer's days are over", async () => {
      await suite.sql(`update vendor set verified_at = null where id = ?`, [vendorId(0)])
      const order = await suite.desk.buy([0])
      const { id, net } = await deliver(0, order, 13.9)
      await release()
      expect(await balance(0)).toMatchObject({ pending: net, available: "0" })
      await suite.backdate(id, 14)
      await release()
      expect(await balance(0)).toMatchObject({ pending: "0", available: net })
    })

    it("nobody is before there is enough, and nobody whose shop has no account", async () => {
      await soldAndReleased(0)
      await suite.configure({ payout_minimums: { ngn: 100_000_000 } })
      expect(await run()).toMatchObject({ opened: 0 })
      await suite.configure({ payout_minimums: { ngn: 100 } })
      await suite.sql(`delete from vendor_bank_account where vendor_id = ?`, [vendorId(0)])
      expect(await run()).toMatchObject({ opened: 0 })
    })

    it("by gateways themselves only a shop is that has deposited something, in the currencies of its deposits", async () => {
      const path = `/admin/payouts/terms/${vendorId(0)}`
      type Answer = { payout_terms: { split_deposits: object[]; split_gateways: object[] } }
      const set = (...split_deposits: object[]) => suite.finance<Answer>("POST", path, { split_deposits })
      for (const amount of ["0", "-1", "10.005", "1e3", 5]) {
        expect((await set({ currency_code: "ngn", amount })).status).toBe(400)
      }
      const deposit = { currency_code: "ngn", amount: "50000.5" }
      expect((await set(deposit, deposit)).status).toBe(400)
      expect(await suite.finance("GET", path)).toMatchObject({
        body: { payout_terms: { split_deposits: [] } },
      })

      expect((await set(deposit)).body.payout_terms.split_deposits).toEqual([{ ...deposit, deposited: "0" }])
      const moved = { ...deposit, amount: "60000", move: "received", reference: "D-1" }
      const { body } = await suite.finance("POST", `/admin/payouts/deposits/${vendorId(0)}`, moved)
      expect(body).toEqual({ deposit: { vendor_id: vendorId(0), currency_code: "ngn", deposited: "60000" } })
      expect((await suite.finance<Answer>("GET", path)).body.payout_terms.split_deposits).toEqual([
        { ...deposit, deposited: "60000" },
      ])
      await suite.finance("POST", path, { stopped_reason: null })
      const [audit] = await suite.sql(
        `select after -> 'split_deposits' as deposits from audit_entry where action = 'payout-terms.changed' order by created_at limit 1`
      )
      expect(audit).toEqual({ deposits: { ngn: "5000050" } })
      expect((await set()).body.payout_terms.split_deposits).toEqual([])
    })

    it("a shop that asks gets what it asks for, once, to the last kobo, and never more than there is", async () => {
      const { net } = await soldAndReleased(0)
      await suite.finance("POST", `/admin/payouts/terms/${vendorId(0)}`, { schedule: "on_request" })
      expect(await run()).toMatchObject({ opened: 0 })
      const ask = (body: object) => suite.shops[0]!<{ code?: string }>("POST", "/vendor/payouts", body)
      const more = `${minor(net) / 100n + 1n}`
      const refused = { code: "payout_refused", reason: "nothing_available" }
      expect((await ask({ currency_code: "ngn", amount: more })).body).toMatchObject(refused)
      expect(refusal(await ask({ currency_code: "ngn", amount: "1000.005" }))).toEqual([
        400,
        "payout_amount_invalid",
      ])
      for (const amount of ["-1", "1e3", 1000, "", "1000,5"]) {
        expect((await ask({ currency_code: "ngn", amount })).status).toBe(400)
      }
      expect(refusal(await ask({ currency_code: "ngn", amount: "0" }))).toEqual([400, "payout_refused"])
      expect(refusal(await ask({ currency_code: "ghs" }))).toEqual([400, "payout_refused"])

      const answers = await Promise.all(
        [1, 2, 3, 4].map(() => ask({ currency_code: "ngn", amount: "1000.50" }))
      )
      expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 400, 400, 400])
      expect((await list(0)).map(({ amount }) => amount)).toEqual(["1000.5"])
      expect(minor((await balance(0)).available)).toBe(minor(net) - 100_050n)
    })
  })
}
