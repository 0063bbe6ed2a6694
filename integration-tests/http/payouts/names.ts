import { type PayoutSuite, refusal } from "./suite"

type Account = {
  kind: string
  account_last4: string
  bank_name: string | null
  is_verified: boolean
  name_check: string | null
  name_check_says: string | null
}

type Answer = { bank_account: Account; code?: string }

export function describeNames(suite: PayoutSuite): void {
  const { soldAndReleased, configure, sql, vendorId } = suite

  describe("The holder of an account", () => {
    const set = (over: object) =>
      suite.shops[0]!<Answer>("POST", "/vendor/bank-account", {
        bank_code: "011",
        account_number: "0000014579",
        currency_code: "ngn",
        account_name: "Ada Textiles",
        ...over,
      })
    const ask = () => suite.shops[0]!<Answer>("POST", "/vendor/payouts", { currency_code: "ngn" })
    const asked = () => suite.sandbox.control.calls().filter(({ call }) => call === "GET /bank/resolve")

    afterEach(() => configure({ payout_name_match_required: [] }))

    it("has to be the shop's, where the operator demands it, and the shop is told what differs", async () => {
      await soldAndReleased(0)
      await configure({ payout_name_match_required: ["ngn"] })
      const wrong = (await set({ account_name: "Somebody Textiles" })).body.bank_account
      expect(wrong).toMatchObject({ is_verified: false, name_check: "differs" })
      expect(wrong.name_check_says).toContain("somebody")
      expect(wrong.name_check_says?.toLowerCase()).not.toContain("ada")
      await sql(
        `update vendor_bank_account set created_at = created_at - interval '73 hours' where vendor_id = ?`,
        [vendorId(0)]
      )
      expect(refusal(await ask())).toEqual([400, "payout_refused"])

      expect((await set({})).body.bank_account).toMatchObject({
        is_verified: true,
        name_check: "matches",
        name_check_says: expect.any(String),
      })
      await sql(
        `update vendor_bank_account set created_at = created_at - interval '73 hours' where vendor_id = ?`,
        [vendorId(0)]
      )
      expect((await ask()).status).toBe(201)
    })

    it("is asked for again when the account is sent again, until the gateway has answered", async () => {
      suite.sandbox.control.fault({ on: "GET /bank/resolve", kind: "5xx_before_commit" })
      const name = { account_name: "Textiles Ada" }
      expect((await set(name)).body.bank_account).toMatchObject({ is_verified: false, name_check: null })
      expect((await set(name)).body.bank_account).toMatchObject({ is_verified: true })
      await set(name)
      expect(asked()).toHaveLength(2)
    })

    it("can be a wallet, whose number is told no more than an account's", async () => {
      const wallet = { kind: "mobile_money", bank_code: "MPESA", currency_code: "kes" }
      const { body } = await set({ ...wallet, account_number: "+254 712 345 678" })
      expect(body.bank_account).toMatchObject({
        kind: "mobile_money",
        bank_name: "M-Pesa",
        account_last4: "5678",
        is_verified: false,
        name_check: "cannot_be_asked",
      })
      expect(JSON.stringify(body)).not.toContain("712345678")
      for (const over of [
        { account_number: "0000014579" },
        { bank_code: "MTN" },
        { currency_code: "ngn" },
        { kind: "card" },
      ]) {
        expect((await set({ ...wallet, account_number: "0712345678", ...over })).status).toBe(400)
      }
    })
  })
}
