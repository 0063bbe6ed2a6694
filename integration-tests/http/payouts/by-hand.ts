import { minor, NUMBER, type PayoutBody, type PayoutSuite, refusal } from "./suite"

type Answer = { payout: PayoutBody; code?: string; text?: string }

export function describeByHand(suite: PayoutSuite): void {
  const { run, only, balance, soldAndReleased, sql, posts } = suite

  describe("A payout that people carry out", () => {
    const waiting = async () => {
      const { net } = await soldAndReleased(0)
      await suite.shops[0]!("POST", "/vendor/payouts", { currency_code: "ngn" })
      await sql(`update payout set rail = 'manual'`)
      await run()
      const payout = await only(0)
      expect([payout.state, posts()]).toEqual(["pending", []])

      return { net, ...payout }
    }
    const file = (body: object) => suite.finance<Answer>("POST", "/admin/payouts/bank-file", body)
    const mark = (id: string, body: object) =>
      suite.finance<Answer>("POST", `/admin/payouts/${id}/mark`, body)

    it("is in one file for the bank, the same however often it is taken, and is paid when staff say so", async () => {
      const { id, net, reference } = await waiting()
      const first = await file({ currency_code: "ngn" })
      expect(first.headers.get("content-type")).toMatch(/^text\/csv/)
      const decimal = net.includes(".") ? net : net
      expect(first.body.text).toBe(
        `reference,amount,currency_code,bank_code,account_number,account_name\n${reference},${decimal},ngn,011,${NUMBER},Ada Textiles\n`
      )
      const { batch } = await only(0)
      expect((await file({ currency_code: "ngn", batch })).body.text).toBe(first.body.text)
      expect((await file({ currency_code: "ngn" })).body.text).not.toContain(reference)

      expect((await mark(id, { outcome: "paid" })).body.payout.state).toBe("paid")
      expect(await balance(0)).toMatchObject({ in_transit: "0", paid_out: net })
      expect(await suite.bench.books.balance("platform_bank")).toBe(-minor(net))
      expect(refusal(await mark(id, { outcome: "paid" }))).toEqual([400, "payout_transition_refused"])
      expect(refusal(await mark(id, { outcome: "failed" }))).toEqual([400, "payout_transition_refused"])
      expect((await mark(id, { outcome: "returned", reason: "Account closed" })).status).toBe(200)
      expect(await balance(0)).toMatchObject({ available: net, paid_out: "0" })
      await suite.bench.books.kinds()
    })

    it("is in no file while its shop is stopped, and is called off when the shop has another account", async () => {
      const { id, net } = await waiting()
      const vendor_id = suite.vendorId(0)
      await suite.finance("POST", `/admin/payouts/terms/${vendor_id}`, { stopped_reason: "Call us first." })
      expect((await file({ currency_code: "ngn" })).body.text).not.toContain(NUMBER)
      expect((await only(0)).state).toBe("pending")

      await suite.finance("POST", `/admin/payouts/terms/${vendor_id}`, { stopped_reason: null })
      await sql(`update payout set bank_account_id = 'vbank_of_before' where id = ?`, [id])
      expect((await file({ currency_code: "ngn" })).body.text).not.toContain(NUMBER)
      expect((await only(0)).state).toBe("failed")
      expect(await balance(0)).toMatchObject({ available: net, in_transit: "0" })
    })

    it("is not looked up, and what a gateway carries is not marked by hand", async () => {
      const { id } = await waiting()
      await suite.age(id, 10_000)
      expect(await suite.follow()).toEqual({ checked: 0, moved: 0, failed: 0 })
      await sql(`update payout set rail = 'paystack'`)
      expect(refusal(await mark(id, { outcome: "paid" }))).toEqual([400, "payout_transition_refused"])
      expect((await only(0)).state).toBe("pending")
    })
  })
}
