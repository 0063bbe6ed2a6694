import { lastCode, lastMessage, messagesTo } from "../../helpers/outbox"
import { type Client, createBuyer, PASSWORD, signIn } from "../../helpers/people"
import type { CodeSuite, Factor, Token } from "./suite"

/** Changes of the number that a login signs in with. */
export function describePhoneChange({
  place,
  sql,
  bearing,
  newPhone,
  newEmail,
  letTimePass,
  codeFor,
  register,
  signInByPhone,
  signInBy,
  verify,
  wrongOf,
  aged,
  phoneBuyer,
  enrolled,
  letSessionAge,
}: CodeSuite): void {
  describe("a change of phone", () => {
    const change = (client: Client, phone: string, code: string, password?: string) =>
      client<Token>("POST", "/auth/phone/change", { phone, code, password })

    const changeCodeFor = async (client: Client, phone: string) => {
      await letTimePass()
      expect(await client("POST", "/auth/phone/change/code", { phone })).toMatchObject({ status: 201 })

      return lastCode(phone)
    }

    it("needs the password or a fresh factor, ends other sessions, and lets SMS rest as a factor", async () => {
      const email = newEmail()
      await createBuyer(place().container, email)
      const other = await signIn(place().base_url, "customer", email)
      const asking = await signIn(place().base_url, "customer", email)
      const [first, second] = [newPhone(), newPhone()]

      const code = await changeCodeFor(asking, first)
      expect(await change(asking, first, code)).toMatchObject({
        status: 403,
        body: { code: "step_up_required" },
      })
      expect(await change(asking, first, code, "a wrong password")).toMatchObject({ status: 403 })
      expect(await change(asking, first, wrongOf(code), PASSWORD)).toMatchObject({
        status: 400,
        body: { code: "code_invalid" },
      })
      const changed = await change(asking, first, code, PASSWORD)
      expect(changed).toMatchObject({ status: 200 })
      const buyer = bearing(changed.body.token)
      expect(await other("GET", "/auth/sessions")).toMatchObject({ status: 401 })
      expect(await asking("GET", "/auth/sessions")).toMatchObject({ status: 401 })
      expect(await buyer("GET", "/auth/sessions")).toMatchObject({ status: 200 })

      // A first number is no change: SMS serve as a factor, until the number is changed.
      await letTimePass()
      const started = await buyer<Factor>("POST", "/auth/mfa/factors", {
        provider: "sms",
        metadata: { destination: first },
      })
      expect(started).toMatchObject({ status: 200 })
      const proof = await buyer<Factor>("POST", `/auth/mfa/factors/${started.body.mfa_factor.id}/verify`, {
        code: await lastCode(first),
      })
      const fresh = bearing(proof.body.token!)
      const next = await changeCodeFor(fresh, second)
      const unshown = bearing(aged(proof.body.token!, null))
      expect(await change(unshown, second, next, PASSWORD)).toMatchObject({ status: 403 })
      expect(await change(fresh, second, next)).toMatchObject({ status: 200 })
      expect(await lastMessage(email)).toMatchObject({ template: "phone_changed" })

      const login = await signInBy(email)
      await letTimePass()
      expect(await bearing(login.token)("POST", "/auth/mfa/code", { method: "sms" })).toMatchObject({
        status: 400,
        body: { code: "factor_resting" },
      })
      expect(await verify(login, "sms", "123456")).toMatchObject({
        status: 400,
        body: { code: "factor_resting" },
      })
      await sql("update access_mark set phone_changed_at = now() - interval '7 days'")
      expect(await bearing(login.token)("POST", "/auth/mfa/code", { method: "sms" })).toMatchObject({
        status: 201,
      })
      expect(await verify(login, "sms", await lastCode(first))).toMatchObject({ status: 200 })
    })

    it("never takes a number that another login has, and leaves the old one", async () => {
      const [taken, own] = [newPhone(), newPhone()]
      await register(taken, await codeFor(taken))
      const email = newEmail()
      await createBuyer(place().container, email)
      const buyer = await signIn(place().base_url, "customer", email)
      const changed = await change(buyer, own, await changeCodeFor(buyer, own), PASSWORD)
      const next = bearing(changed.body.token)

      expect(await change(next, taken, await changeCodeFor(next, taken), PASSWORD)).toMatchObject({
        status: 409,
        body: { code: "phone_taken" },
      })
      expect(await signInByPhone(own, await codeFor(own))).toMatchObject({ status: 200 })
    })

    it("lets nobody guess the password in the name of a stolen session", async () => {
      const email = newEmail()
      await createBuyer(place().container, email)
      const buyer = await signIn(place().base_url, "customer", email)

      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) => change(buyer, newPhone(), "123456", `guess ${index}`))
      )

      expect(answers.filter(({ status }) => status === 403)).toHaveLength(5)
      expect(answers.filter(({ status }) => status === 429)).toHaveLength(15)
    })

    it("does not take a code that was sent to somebody else's session", async () => {
      const phone = newPhone()
      const [one, two] = [newEmail(), newEmail()]
      await createBuyer(place().container, one)
      await createBuyer(place().container, two)
      const code = await changeCodeFor(await signIn(place().base_url, "customer", one), phone)

      expect(
        await change(await signIn(place().base_url, "customer", two), phone, code, PASSWORD)
      ).toMatchObject({
        status: 400,
        body: { code: "code_invalid" },
      })
    })

    it("of a login without factor and password needs a recent sign-in, and is told to the old number", async () => {
      const { phone, token } = await phoneBuyer()
      const next = newPhone()
      const code = await changeCodeFor(bearing(token), next)
      await letSessionAge(token, 901)
      expect(await change(bearing(token), next, code)).toMatchObject({
        status: 403,
        body: { code: "sign_in_again_required" },
      })
      expect(await signInByPhone(phone, await codeFor(phone))).toMatchObject({ status: 200 })

      const { body } = await signInByPhone(phone, await codeFor(phone))
      const before = (await messagesTo(phone)).length
      const own = await changeCodeFor(bearing(body.token), next)
      expect(await change(bearing(body.token), next, own)).toMatchObject({ status: 200 })
      expect(await lastMessage(phone, before)).toMatchObject({ channel: "sms", template: "phone_changed" })
    })

    it("ends tokens of sign-ins that still owe a factor", async () => {
      const { email, token } = await enrolled()
      const owing = await signInBy(email)
      const phone = newPhone()
      const changed = await change(bearing(token), phone, await changeCodeFor(bearing(token), phone))
      expect(changed).toMatchObject({ status: 200 })

      expect(await verify(owing, "totp", "123456")).toMatchObject({ status: 401 })
      expect(await bearing(changed.body.token)("GET", "/auth/sessions")).toMatchObject({ status: 200 })
    })
  })
}
