import { lastCode } from "../../helpers/outbox"
import { createBuyer, signIn } from "../../helpers/people"
import { Authenticator } from "../../helpers/second-factor"
import type { Challenge, CodeSuite, Factor, Token } from "./suite"

/** Second factors at sign-in and step-up. */
export function describeFactors({
  place,
  stranger,
  bearing,
  newEmail,
  letTimePass,
  signInBy,
  verify,
  wrongOf,
  aged,
  forgetTries,
  enrolled,
}: CodeSuite): void {
  describe("second factors", () => {
    it("of 100 wrong codes at the same moment over 20 sign-ins, at most five are looked at", async () => {
      const { email, app } = await enrolled()
      const logins = await Promise.all(Array.from({ length: 20 }, () => signInBy(email)))
      const right = await app.code()

      const answers = await Promise.all(
        Array.from({ length: 100 }, (_, index) =>
          verify(logins[index % logins.length]!, "totp", wrongOf(right, index))
        )
      )
      const refused = answers.filter(({ status }) => status === 429)

      expect(answers.filter(({ status }) => status === 400).length).toBeLessThanOrEqual(5)
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(0)
      expect(refused.length).toBeGreaterThanOrEqual(95)
      expect(refused[0]?.body).toMatchObject({ code: "too_many_attempts" })
      expect(Number(refused[0]?.headers.get("retry-after"))).toBeGreaterThan(0)
      expect(await verify(await signInBy(email), "totp", right)).toMatchObject({ status: 429 })
    })

    it("the same code opens one of many sign-ins at the same moment, and none afterwards", async () => {
      const { email, app } = await enrolled()
      const logins = await Promise.all(Array.from({ length: 5 }, () => signInBy(email)))
      const code = await app.code()

      const answers = await Promise.all(logins.map((login) => verify(login, "totp", code)))

      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      await forgetTries()
      expect(await verify(await signInBy(email), "totp", code)).toMatchObject({
        status: 400,
        body: { code: "factor_code_used" },
      })
      expect(await verify(await signInBy(email), "totp", ` ${code} `)).toMatchObject({
        status: 400,
        body: { code: "factor_code_used" },
      })
    })

    it("the code that added a factor does not sign in as well", async () => {
      const email = newEmail()
      await createBuyer(place().container, email)
      const buyer = await signIn(place().base_url, "customer", email)
      const { body } = await buyer<Factor>("POST", "/auth/mfa/factors", { provider: "totp" })
      const code = await new Authenticator(body.secret!).code()
      expect(await buyer("POST", `/auth/mfa/factors/${body.mfa_factor.id}/verify`, { code })).toMatchObject({
        status: 200,
      })

      expect(await verify(await signInBy(email), "totp", code)).toMatchObject({ status: 400 })
    })

    it("a recovery code is used once, also by many at the same moment, and however it is written", async () => {
      const { email, app } = await enrolled()
      const signedIn = await verify(await signInBy(email), "totp", await app.code())
      const { body } = await bearing(signedIn.body.token)<{ recovery_codes: string[] }>(
        "POST",
        "/auth/mfa/recovery-codes",
        {}
      )
      const [code = ""] = body.recovery_codes
      const logins = await Promise.all(Array.from({ length: 4 }, () => signInBy(email)))
      await forgetTries()

      const answers = await Promise.all(
        logins.map((login, index) =>
          verify(login, "recovery_code", index % 2 ? code.toUpperCase() : ` ${code}`)
        )
      )

      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      await forgetTries()
      expect(await verify(await signInBy(email), "recovery_code", code)).toMatchObject({ status: 400 })
    })

    it("whoever has to show it again asks for a challenge, and keeps the session", async () => {
      const { email, app } = await enrolled()
      const { body } = await verify(await signInBy(email), "totp", await app.code())
      const old = bearing(aged(body.token, 3600))

      const started = await old<Challenge>("POST", "/auth/mfa/challenges", {})
      expect(started).toMatchObject({ status: 201 })
      await forgetTries()
      const fresh = await old<Token>("POST", `/auth/mfa/challenges/${started.body.mfa_challenge.id}/verify`, {
        method: "totp",
        code: await app.code(),
      })

      expect(fresh).toMatchObject({ status: 200 })
      expect(await bearing(fresh.body.token)("POST", "/auth/mfa/recovery-codes", {})).toMatchObject({
        status: 200,
      })
    })

    it("a code by e-mail serves as a factor, for the login that has it alone", async () => {
      const [email, mailbox] = [newEmail(), newEmail()]
      await createBuyer(place().container, email)
      const buyer = await signIn(place().base_url, "customer", email)
      const started = await buyer<Factor>("POST", "/auth/mfa/factors", {
        provider: "email",
        metadata: { destination: ` ${mailbox.toUpperCase()} `, role: "admin" },
      })
      expect(started.body.mfa_factor.metadata).toEqual({ destination: mailbox, label: `p***@example.com` })
      const path = `/auth/mfa/factors/${started.body.mfa_factor.id}/verify`
      const code = await lastCode(mailbox)
      expect(await buyer("POST", path, { code: wrongOf(code) })).toMatchObject({ status: 400 })
      expect(await buyer("POST", path, { code })).toMatchObject({ status: 200 })

      const login = await signInBy(email)
      expect(login).toMatchObject({ mfa_required: true, mfa_challenge: { methods: ["email"] } })
      await letTimePass()
      const sent = await bearing(login.token)("POST", "/auth/mfa/code", { method: "email" })
      expect(sent.body).toMatchObject({ code: { sent_to: "p***@example.com" } })
      expect(await verify(login, "email", code)).toMatchObject({ status: 400 })
      const next = await lastCode(mailbox, 1)
      expect(await verify(login, "email", next)).toMatchObject({ status: 200 })
      expect(await verify(await signInBy(email), "email", next)).toMatchObject({ status: 400 })
      expect(await bearing(login.token)("POST", "/auth/mfa/code", { method: "sms" })).toMatchObject({
        status: 404,
        body: { code: "factor_not_found" },
      })
    })

    it("what nobody knows is a refusal, never an error of the server", async () => {
      const { email, app } = await enrolled()
      const login = await signInBy(email)
      for (const [method, code] of [
        ["passkey", "123456"],
        ["totp", "12345"],
        ["totp", "１２３４５６"],
        ["recovery_code", "123456"],
      ]) {
        expect(await verify(login, method!, code!)).toMatchObject({ status: 400 })
      }
      const { body } = await verify(login, "totp", await app.code())
      expect(await bearing(body.token)("POST", "/auth/mfa/factors", { provider: "passkey" })).toMatchObject({
        status: 400,
        body: { code: "request_malformed" },
      })
      expect(await stranger()("POST", "/auth/mfa/challenges", {})).toMatchObject({ status: 401 })
      expect(await stranger()("POST", "/auth/mfa/code", { method: "sms" })).toMatchObject({ status: 401 })
      expect(await stranger()("POST", "/auth/phone/change", {})).toMatchObject({ status: 401 })
    })
  })
}
