import { Modules } from "@medusajs/framework/utils"
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
      expect(refusal(await file({ currency_code: "ngn" }))).toEqual([400, "bank_file_empty"])
      expect(refusal(await file({ currency_code: "ngn", batch: "pbat_other" }))).toEqual([
        404,
        "bank_file_not_found",
      ])

      expect((await mark(id, { outcome: "paid" })).body.payout.state).toBe("paid")
      // The bank has paid it: its file never asks for it again.
      expect(refusal(await file({ currency_code: "ngn", batch }))).toEqual([404, "bank_file_not_found"])
      expect(await balance(0)).toMatchObject({ in_transit: "0", paid_out: net })
      expect(await suite.bench.books.balance("platform_bank")).toBe(-minor(net))
      expect(refusal(await mark(id, { outcome: "paid" }))).toEqual([400, "payout_transition_refused"])
      expect(refusal(await mark(id, { outcome: "failed" }))).toEqual([400, "payout_transition_refused"])
      expect((await mark(id, { outcome: "returned", reason: "Account closed" })).status).toBe(200)
      expect(await balance(0)).toMatchObject({ available: net, paid_out: "0" })
      await suite.bench.books.kinds()
    })

    it("is told of and listed for as long as it is in no file", async () => {
      const { id, net } = await waiting()
      await run()
      const unsent = async () => {
        const list = await suite.finance<{ payouts: PayoutBody[] }>("GET", "/admin/payouts?is_to_send=true")
        return list.body.payouts.map((payout) => payout.id)
      }
      const byCurrency = async () => (await suite.finance("GET", "/admin/payouts/bank-file")).body
      const told = async () => {
        const desk = suite.container.resolve(Modules.NOTIFICATION)
        const notices = await desk.listNotifications({ channel: "feed" })
        return notices.filter(({ data }) => data?.title === "Payouts wait for a bank file").length
      }
      expect(await byCurrency()).toEqual({
        waiting: [{ currency_code: "ngn", count: 1, amount: net, since: expect.any(String) }],
        count: 1,
      })
      expect([await unsent(), (await only(0)).is_to_send, await told()]).toEqual([[id], true, 1])

      await file({ currency_code: "ngn" })
      await run()
      expect(await byCurrency()).toEqual({ waiting: [], count: 0 })
      expect([await unsent(), (await only(0)).is_to_send, await told()]).toEqual([[], false, 1])
      const { batch } = await only(0)
      const ofFile = await suite.finance("GET", `/admin/payouts?batch=${batch}`)
      expect(ofFile.body).toMatchObject({ payouts: [{ id }], count: 1 })
    })

    it("is told of once a day when its file is not marked for days", async () => {
      const { id, net } = await waiting()
      await file({ currency_code: "ngn" })
      const told = async () => {
        const desk = suite.container.resolve(Modules.NOTIFICATION)
        const notices = await desk.listNotifications({ channel: "feed" })
        return notices.flatMap(({ data }) =>
          data?.title === "A bank file is not marked" ? [String(data.description)] : []
        )
      }
      await run()
      expect(await told()).toEqual([])
      await sql(`update payout set updated_at = now() - interval '4 days' where id = ?`, [id])
      await run()
      await run()
      const { batch } = await only(0)
      expect(await told()).toEqual([expect.stringMatching(`^File ${batch} of .*: 1 of its payouts, `)])
      expect((await told())[0]).toContain(`${net} NGN together`)

      await mark(id, { outcome: "paid" })
      await sql(`delete from notification`)
      await run()
      expect(await told()).toEqual([])
    })

    it("is in no file while its shop is stopped, and is called off when the shop has another account", async () => {
      const { id, net } = await waiting()
      const vendor_id = suite.vendorId(0)
      await suite.finance("POST", `/admin/payouts/terms/${vendor_id}`, { stopped_reason: "Call us first." })
      expect(refusal(await file({ currency_code: "ngn" }))).toEqual([400, "bank_file_empty"])
      expect((await only(0)).state).toBe("pending")

      await suite.finance("POST", `/admin/payouts/terms/${vendor_id}`, { stopped_reason: null })
      await sql(`update payout set bank_account_id = 'vbank_of_before' where id = ?`, [id])
      expect(refusal(await file({ currency_code: "ngn" }))).toEqual([400, "bank_file_empty"])
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
