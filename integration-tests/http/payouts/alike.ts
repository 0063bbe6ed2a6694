import { sealRefundNumber } from "../../../src/workflows/payment/refund-number"
import { createStaff, signIn } from "../../helpers/people"
import { NUMBER, type PayoutSuite, refusal } from "./suite"

type Hold = { id: string; kinds: string[]; state: string; reason: string | null }

export function describeAlike(suite: PayoutSuite): void {
  const { sql, release, balance, vendorId } = suite
  const holds = async (query = "") =>
    (await suite.finance<{ payout_holds: Hold[]; count: number }>("GET", `/admin/payouts/holds?${query}`))
      .body
  const decide = (id: string, action: "release" | "keep", body: object = { reason: "Both were called." }) =>
    suite.finance<{ payout_hold: Hold; code?: string }>("POST", `/admin/payouts/holds/${id}/${action}`, body)
  const shopPhone = (number: string | null) =>
    sql(`update vendor set contact_phone = ${number ? `'${number}'` : "null"} where id = ?`, [vendorId(0)])

  describe("A buyer and a shop that are alike", () => {
    afterEach(() => shopPhone(null))

    it("have their money wait until staff let it go, and the shop reads no more than that", async () => {
      await shopPhone("0801 234 5678")
      const order = await suite.desk.buy([0, 1])
      const { id, net } = await suite.deliver(0, order)
      await suite.deliver(1, order)
      await release()
      await release()

      expect(await balance(0)).toMatchObject({ pending: net, available: "0", is_under_review: true })
      expect(await balance(1)).toMatchObject({ pending: "0", is_under_review: false })
      const asked = await suite.shops[0]!<{ code?: string; message?: string }>("POST", "/vendor/payouts", {
        currency_code: "ngn",
      })
      expect(refusal(asked)).toEqual([400, "payout_refused"])
      expect(asked.body.message).toMatch(/under review/)
      const found = await holds("state=open")
      expect(found).toMatchObject({ count: 1, payout_holds: [{ id, kinds: ["phone"], state: "open" }] })
      expect(JSON.stringify(found)).not.toMatch(/8012345678|ngozi/)
      const told = await sql(
        `select data::text from notification where idempotency_key like 'payout-match:%'`
      )
      expect(told).toHaveLength(1)
      expect(JSON.stringify(told)).not.toMatch(/8012345678|ngozi/)

      expect((await decide(id, "keep", {})).status).toBe(400)
      expect((await decide(id, "keep")).body.payout_hold).toMatchObject({ state: "kept" })
      await release()
      expect(await balance(0)).toMatchObject({ available: "0", is_under_review: true })
      expect((await decide(id, "release")).body.payout_hold).toMatchObject({ state: "released" })
      expect(refusal(await decide(id, "keep"))).toEqual([400, "payout_transition_refused"])
      expect(refusal(await decide("vord_none", "keep"))).toEqual([404, "payout_hold_not_found"])
      await release()
      expect(await balance(0)).toMatchObject({ pending: "0", available: net, is_under_review: false })
      const audit = await suite.second<{ entries: { action: string; reason: string }[] }>(
        "GET",
        `/admin/audit?record_id=${id}&action=payout-hold.released`
      )
      expect(audit.body.entries).toMatchObject([{ reason: "Both were called." }])
    })

    it("are so when the buyer's card was used under the shop's address, or the buyer's refunds go to its account", async () => {
      await suite.desk.buy([1])
      await sql(`update gateway_transaction set email = (select contact_email from vendor where id = ?)`, [
        vendorId(0),
      ])
      const order = await suite.desk.buy([0])
      await sql(
        `insert into gateway_refund (id, transaction_id, gateway, reference, key, amount_minor, currency_code, origin, state, posted_at)
         select 'grf_alike', id, gateway, reference, 'alike', 1, 'ngn', 'medusa', 'failed', now()
         from gateway_transaction where email like 'ngozi%'`
      )
      await sql(
        `insert into gateway_refund_account
           (id, refund_id, state, bank_code, account_name, account_last4, account_number_ciphertext, currency_code, entered_by)
         values ('gra_alike', 'grf_alike', 'waiting', '011', 'Ngozi Eze', '4579', ?, 'ngn', 'buyer')`,
        [sealRefundNumber("gra_alike", NUMBER)]
      )
      const { id } = await suite.deliver(0, order)
      await release()
      expect((await holds()).payout_holds).toMatchObject([{ id, kinds: ["bank_account", "card"] }])
    })

    it("are decided upon by nobody without the permission, a fresh second factor, or of the shop itself", async () => {
      await shopPhone("0801 234 5678")
      const { id } = await suite.soldAndReleased(0)
      const path = `/admin/payouts/holds/${id}/release`
      const body = { reason: "Mine." }
      const support = await createStaff(suite.container, "support")
      await createStaff(suite.container, "finance", "tired@staff.example.com")
      const tired = await signIn(suite.base_url, "user", "tired@staff.example.com")
      const helper = await signIn(suite.base_url, "user", support.email)
      expect(refusal(await helper<{ code?: string }>("POST", path, body))).toEqual([
        403,
        "permission_missing",
      ])
      expect(refusal(await tired<{ code?: string }>("POST", path, body))).toEqual([403, "step_up_required"])
      await sql(
        `insert into vendor_member (id, vendor_id, user_id, role) values ('vmem_second', ?, ?, 'support')`,
        [vendorId(0), suite.people.second.id]
      )
      expect(refusal(await suite.second<{ code?: string }>("POST", path, body))).toEqual([
        403,
        "own_shop_refused",
      ])
      expect((await holds("state=open")).count).toBe(1)
    })
  })
}
