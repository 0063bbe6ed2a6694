import type { CodeSuite } from "./suite"

/** Sign-up and sign-in by phone. */
export function describePhoneFirst({
  place,
  bearing,
  newPhone,
  codeFor,
  register,
  signInByPhone,
  verifiedPhones,
}: CodeSuite): void {
  describe("phone first", () => {
    it("a buyer signs up by phone, opens an account and comes back by phone", async () => {
      const phone = newPhone()
      const store = { "x-publishable-api-key": place().market.publishable_key }
      const local = `0${phone.slice(4)}`
      const registered = await register(local, await codeFor(phone))
      const account = await bearing(registered.body.token, store)<{ customer: { id: string } }>(
        "POST",
        "/store/customers",
        { phone }
      )
      expect(account).toMatchObject({ status: 200, body: { customer: { has_account: true } } })

      const back = await signInByPhone(phone, await codeFor(phone))
      const me = await bearing(back.body.token, store)("GET", "/store/customers/me")

      expect(me).toMatchObject({ status: 200, body: { customer: { id: account.body.customer.id, phone } } })
      expect(await verifiedPhones({ customer_id: account.body.customer.id })).toEqual([phone])
    })

    it("a code that a sign-in could not use, because there is no login yet, still serves to register", async () => {
      const phone = newPhone()
      const code = await codeFor(phone)

      expect(await signInByPhone(phone, code)).toMatchObject({ status: 401 })
      expect(await register(phone, code)).toMatchObject({ status: 200 })
      expect(await register(phone, code)).toMatchObject({ status: 401 })
    })

    it("a login by phone alone opens no door of the staff", async () => {
      const phone = newPhone()
      const { body } = await register(phone, await codeFor(phone, "user"), "user")

      expect(await bearing(body.token)("GET", "/admin/products")).toMatchObject({ status: 401 })
    })
  })
}
