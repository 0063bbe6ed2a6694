import { openBankNumber } from "../../../src/workflows/vendor-onboarding/bank-number"
import { lastMessage, messagesTo } from "../../helpers/outbox"
import { createMember, signIn } from "../../helpers/people"
import { ACCOUNT, NUMBER, type Onboarding, type OnboardingSuite, type Vendor } from "./suite"

export function describeBankAccount(suite: OnboardingSuite): void {
  const { logged, events, vendors, openShop, as, withFactor, proveNothingHolds } = suite

  describe("the bank account", () => {
    it("takes a fresh second factor, and neither a manager nor a finance clerk without one", async () => {
      const { id, owner, manager } = await openShop()
      const finance = await createMember(suite.container, id, "finance")
      for (const [person, code] of [
        [owner, "step_up_required"],
        [finance, "step_up_required"],
        [manager, "permission_missing"],
      ] as const) {
        expect(await (await as(person))("POST", "/vendor/bank-account", ACCOUNT)).toMatchObject({
          status: 403,
          body: { code },
        })
      }
      expect(await vendors().listVendorBankAccounts({ vendor_id: id })).toEqual([])
      const steppedUp = await withFactor(manager)
      expect(await steppedUp("POST", "/vendor/bank-account", ACCOUNT)).toMatchObject({
        status: 403,
        body: { code: "permission_missing" },
      })
    })

    it("shows nothing of it to staff whose role does not open bank accounts", async () => {
      const { id, owner } = await openShop()
      await (await withFactor(owner))("POST", "/vendor/bank-account", ACCOUNT)
      const seenBy = async (role: string) => {
        const staff = await signIn(suite.base_url, "user", `${role}@staff.example.com`)
        return (await staff<Vendor>("GET", `/admin/vendors/${id}`)).body.vendor
      }

      expect(await seenBy("finance")).toMatchObject({ id, bank_account: { account_last4: "4579" } })
      const support = await seenBy("support")
      expect(support).toMatchObject({ id, status: "pending" })
      expect(support).not.toHaveProperty("bank_account")
    })

    it("shows its last digits to the shop and to staff, and its number to nobody and nowhere", async () => {
      const { id, owner } = await openShop()
      const client = await withFactor(owner)
      expect(await client("GET", "/vendor/bank-account")).toMatchObject({ body: { bank_account: null } })
      const said: unknown[] = []
      const keep = <Said>(answer: Said): Said => {
        said.push(answer)
        return answer
      }

      const set = keep(await client("POST", "/vendor/bank-account", ACCOUNT))
      expect(set).toMatchObject({ status: 200 })
      expect(set.body).toEqual({
        bank_account: {
          kind: "bank",
          bank_code: "011",
          bank_name: "First Bank of Nigeria",
          account_name: "Ada Textiles Ltd",
          account_last4: "4579",
          currency_code: "ngn",
          is_verified: false,
          name_check: "cannot_be_asked",
          name_check_says: expect.any(String),
          changed_at: expect.any(String),
        },
      })
      // What is refused is not repeated either.
      for (const wrong of [
        { ...ACCOUNT, bank_code: "058" },
        { ...ACCOUNT, account_number: [NUMBER] },
        { ...ACCOUNT, account_number: Number(`9${NUMBER}`) },
        { ...ACCOUNT, account_number: `${NUMBER}!` },
        { ...ACCOUNT, currency_code: NUMBER },
        { ...ACCOUNT, bank_code: `${NUMBER}-${NUMBER}` },
        { ...ACCOUNT, verified_at: "2026-01-01" },
        { ...ACCOUNT, vendor_id: suite.market.vendors[0]!.id },
      ]) {
        expect(keep(await client("POST", "/vendor/bank-account", wrong)).status).toBe(400)
      }
      keep(await client("GET", "/vendor/bank-account"))
      keep(await client("GET", "/vendor/onboarding"))
      keep(await client("GET", `/vendor/shops/${id}?fields=*bank_account,+account_number_ciphertext`))
      keep(await suite.operations("GET", `/admin/vendors/${id}`))
      keep(await suite.operations("GET", `/admin/vendors?fields=+vendor_bank_accounts.*&q=Textiles`))
      keep(await suite.operations("GET", "/admin/products?fields=*vendor,*vendor.vendor_bank_accounts"))
      keep(await messagesTo(owner.email))

      expect(JSON.stringify(said)).not.toContain(NUMBER)
      expect(JSON.stringify(said)).not.toContain("ciphertext")
      expect(JSON.stringify(events)).not.toContain(NUMBER)
      expect(events).toContainEqual(expect.objectContaining({ name: "vendor.bank-account-changed" }))
      expect(logged.join("\n")).not.toContain(NUMBER)
      await proveNothingHolds(NUMBER)
      const [stored] = await vendors().listVendorBankAccounts({ vendor_id: id, replaced_at: null })
      expect(openBankNumber(stored!)).toBe(NUMBER)
    })

    it("is changed with its history, told to all owners, and not changed by sending it again", async () => {
      const { serial, id, owner } = await openShop()
      const second = await createMember(
        suite.container,
        id,
        "owner",
        `second.owner${serial}@textiles.example.com`
      )
      const client = await withFactor(owner)
      const set = (over: object = {}) =>
        client<{ bank_account: { changed_at: string; account_last4: string } }>(
          "POST",
          "/vendor/bank-account",
          { ...ACCOUNT, ...over }
        )
      const first = await set()
      const again = await set()
      expect(again.body.bank_account.changed_at).toBe(first.body.bank_account.changed_at)
      expect(await messagesTo(second.email)).toHaveLength(1)

      const changed = await set({ account_number: "0000000220" })
      expect(changed.body.bank_account.account_last4).toBe("0220")
      expect(changed.body.bank_account.changed_at > first.body.bank_account.changed_at).toBe(true)
      for (const person of [owner, second]) {
        const mail = await lastMessage(person.email, 1)
        expect(mail.template).toBe("shop_bank_account_changed")
        expect(mail.text).toContain("0220")
        expect(mail.text).not.toContain("0000000220")
      }
      expect(await vendors().listVendorBankAccounts({ vendor_id: id })).toHaveLength(2)

      const seen = await client<Onboarding>("GET", "/vendor/onboarding")
      expect(seen.body.onboarding.requirements).toContainEqual(
        expect.objectContaining({ key: "bank_account", state: "submitted", is_computed: false })
      )
    })
  })
}
