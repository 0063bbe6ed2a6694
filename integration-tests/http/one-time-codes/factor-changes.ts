import { lastCode, lastMessage, messagesTo } from "../../helpers/outbox"
import type { Client } from "../../helpers/people"
import { addAuthenticator } from "../../helpers/second-factor"
import type { CodeSuite, Factor } from "./suite"

const tooOld = { status: 403, body: { code: "sign_in_again_required" } }
const ended = { status: 401, body: { code: "session_ended" } }

/** Adding and removing second factors. */
export function describeFactorChanges(suite: CodeSuite): void {
  const { sql, bearing, stranger, newEmail, signInBy, signedInBuyer, enrolled, phoneBuyer } = suite
  const { verify, aged, letSessionAge, bornAgo, place, wrongOf } = suite

  const start = (client: Client, destination: string) =>
    client<Factor>("POST", "/auth/mfa/factors", { provider: "email", metadata: { destination } })

  const templatesTo = async (to: string) => (await messagesTo(to)).map(({ template }) => template)

  describe("a change of second factors", () => {
    it("a stolen session from before cannot add, swap or read factors; a fresh one can", async () => {
      const { email, app } = await enrolled()
      const { body } = await verify(await signInBy(email), "totp", await app.code())
      const attempts: [string, string, object][] = [
        ["POST", "/auth/mfa/factors", { provider: "email", metadata: { destination: "thief@example.com" } }],
        ["POST", "/auth/mfa/recovery-codes", {}],
      ]
      // One says that its factor was shown an hour ago, the other that there was none when it was issued.
      for (const stolen of [bearing(aged(body.token, 3600)), bearing(aged(body.token, null))]) {
        for (const [method, path, data] of attempts) {
          expect(await stolen(method, path, data)).toMatchObject({
            status: 403,
            body: { code: "step_up_required" },
          })
        }
      }
      const factors = await bearing(body.token)<{ mfa_factors: { id: string }[] }>("GET", "/auth/mfa/factors")
      const [factor] = factors.body.mfa_factors
      expect(await bearing(body.token)("DELETE", `/auth/mfa/factors/${factor?.id}`, {})).toMatchObject({
        status: 400,
      })
      expect(await messagesTo("thief@example.com")).toHaveLength(0)
      expect(await bearing(body.token)("POST", "/auth/mfa/recovery-codes", {})).toMatchObject({
        status: 200,
      })
    })

    it("an old session without a factor can neither start nor confirm one, however often it was renewed", async () => {
      const { token } = await signedInBuyer()
      const mailbox = newEmail()
      const started = await start(bearing(token), mailbox)
      expect(started).toMatchObject({ status: 200 })
      const path = `/auth/mfa/factors/${started.body.mfa_factor.id}/verify`

      await letSessionAge(token, 901)
      const renewed = await bearing(token)<{ token: string }>("POST", "/auth/token/refresh")
      for (const stolen of [bearing(token), bearing(renewed.body.token)]) {
        expect(await start(stolen, "thief@example.com")).toMatchObject(tooOld)
        expect(await stolen("POST", path, { code: await lastCode(mailbox) })).toMatchObject(tooOld)
        expect(await stolen("POST", "/auth/mfa/recovery-codes", {})).toMatchObject(tooOld)
      }
      expect(await messagesTo("thief@example.com")).toHaveLength(0)

      await letSessionAge(token, 870)
      expect(await bearing(token)("POST", path, { code: await lastCode(mailbox) })).toMatchObject({
        status: 200,
      })
    })

    it("an old sign-up that has no account yet cannot add one either", async () => {
      const email = newEmail()
      const { body } = await stranger()<{ token: string }>("POST", "/auth/customer/emailpass/register", {
        email,
        password: "a long enough password",
      })

      expect(await start(bearing(bornAgo(body.token, 901)), newEmail())).toMatchObject(tooOld)
      expect(await start(bearing(body.token), newEmail())).toMatchObject({ status: 200 })
    })

    it("is told to the owner: the first factor, a further one, and each that is removed", async () => {
      const { email, token, app, factor_id } = await enrolled()
      expect(await lastMessage(email)).toMatchObject({ template: "second_factor_added" })
      const mailbox = newEmail()
      const started = await start(bearing(token), mailbox)
      await bearing(token)("POST", `/auth/mfa/factors/${started.body.mfa_factor.id}/verify`, {
        code: await lastCode(mailbox),
      })
      const further = await lastMessage(email, 1)
      expect(further).toMatchObject({ template: "second_factor_added" })
      expect(further.text).toContain("(email)")

      const removal = { method: "totp", code: await app.code() }
      expect(await bearing(token)("DELETE", `/auth/mfa/factors/${factor_id}`, removal)).toMatchObject({
        status: 200,
      })
      expect(await lastMessage(email, 2)).toMatchObject({ template: "second_factor_removed" })
    })

    it("is told by SMS where there is no mailbox, also right after a code", async () => {
      const { phone, token } = await phoneBuyer()
      const before = (await messagesTo(phone)).length
      await addAuthenticator(bearing(token))

      expect(await lastMessage(phone, before)).toMatchObject({
        channel: "sms",
        template: "second_factor_added",
      })
    })

    it("begun again sends its code to the new mailbox, and the first one's is worth nothing", async () => {
      const { token } = await signedInBuyer()
      const [typo, mailbox] = [newEmail(), newEmail()]
      await start(bearing(token), typo)
      const again = await start(bearing(token), mailbox)
      const path = `/auth/mfa/factors/${again.body.mfa_factor.id}/verify`

      expect(again).toMatchObject({
        status: 200,
        body: { mfa_factor: { metadata: { destination: mailbox } } },
      })
      expect(await bearing(token)("POST", path, { code: await lastCode(typo) })).toMatchObject({
        status: 400,
      })
      expect(await bearing(token)("POST", path, { code: await lastCode(mailbox) })).toMatchObject({
        status: 200,
      })
    })

    it("is not told of a factor that was never confirmed", async () => {
      const { email, token } = await signedInBuyer()
      const { body } = await start(bearing(token), newEmail())
      expect(await bearing(token)("DELETE", `/auth/mfa/factors/${body.mfa_factor.id}`, {})).toMatchObject({
        status: 200,
      })
      await addAuthenticator(bearing(token))
      await lastMessage(email)

      expect(await templatesTo(email)).toEqual(["second_factor_added"])
    })
  })

  describe("the first factor", () => {
    it("ends everything that was issued before, and keeps the one who added it signed in", async () => {
      const { email, token: here } = await signedInBuyer()
      const { token: elsewhere } = await signInBy(email)
      const { token } = await addAuthenticator(bearing(here))

      expect(await bearing(elsewhere)("GET", "/auth/sessions")).toMatchObject(ended)
      expect(await bearing(here)("GET", "/auth/sessions")).toMatchObject(ended)
      expect(await bearing(token)("GET", "/auth/sessions")).toMatchObject({ status: 200 })
      expect(await bearing(token)("POST", "/auth/mfa/recovery-codes", {})).toMatchObject({ status: 200 })
    })

    it("gives a new cookie in place of the one that asked, whose copies are worth nothing", async () => {
      const { token } = await signedInBuyer()
      const cookie = cookieOf(await bearing(token)("POST", "/auth/session"))
      const browser =
        (value: string): Client =>
        (method, path, body) =>
          stranger()(method, path, body, { cookie: value, origin: "http://localhost:8000" })
      const started = await start(browser(cookie), newEmail())
      const destination = (started.body.mfa_factor.metadata as { destination: string }).destination
      const proof = await browser(cookie)("POST", `/auth/mfa/factors/${started.body.mfa_factor.id}/verify`, {
        code: await lastCode(destination),
      })

      expect(proof).toMatchObject({ status: 200 })
      const next = cookieOf(proof)
      expect(next).not.toBe(cookie)
      expect(await browser(cookie)("GET", "/auth/sessions")).toMatchObject({ status: 401 })
      expect(await browser(next)("GET", "/auth/sessions")).toMatchObject({ status: 200 })
      expect(await browser(next)("POST", "/auth/mfa/recovery-codes", {})).toMatchObject({ status: 200 })
    })

    it("ends tokens of sign-ups that have no account yet, but that of the one who added it", async () => {
      const email = newEmail()
      const login = { email, password: "a long enough password" }
      const one = await stranger()<{ token: string }>("POST", "/auth/customer/emailpass/register", login)
      const two = await stranger()<{ token: string }>("POST", "/auth/customer/emailpass", login)
      const store = { "x-publishable-api-key": place().market.publishable_key }
      const { token } = await addAuthenticator(bearing(one.body.token))

      for (const dead of [one.body.token, two.body.token]) {
        expect(await bearing(dead, store)("POST", "/store/customers", { email })).toMatchObject({
          status: 401,
        })
      }
      expect(await bearing(token, store)("POST", "/store/customers", { email })).toMatchObject({
        status: 200,
      })
    })
  })

  describe("removing a factor that proves nothing", () => {
    const remove = (token: string, id: string, code: string) =>
      bearing(token)("DELETE", `/auth/mfa/factors/${id}`, { method: "totp", code })

    const triesOf = (auth_identity_id: string) =>
      sql("select attempts from factor_attempt where auth_identity_id = ?", [auth_identity_id])

    it("forgives no tries: not a pending, not a disabled and not another login's", async () => {
      const { token, auth_identity_id, app, factor_id } = await enrolled()
      const other = await enrolled()
      await sql("delete from factor_attempt")
      const right = await app.code()
      for (const index of [0, 1, 2]) {
        expect(await remove(token, factor_id, wrongOf(right, index))).toMatchObject({ status: 400 })
      }
      const { body } = await start(bearing(token), newEmail())
      const { id: pending } = body.mfa_factor

      expect(await remove(token, pending, "123456")).toMatchObject({ status: 200 })
      // It is disabled now.
      for (const id of [pending, other.factor_id, "authmfa_no"]) {
        expect(await remove(token, id, "123456")).toMatchObject({
          status: 404,
          body: { code: "factor_not_found" },
        })
      }

      expect(await triesOf(auth_identity_id)).toEqual([{ attempts: 3 }])
      await remove(token, factor_id, wrongOf(right, 3))
      await remove(token, factor_id, wrongOf(right, 4))
      expect(await remove(token, factor_id, right)).toMatchObject({ status: 429 })
    })
  })
}

function cookieOf(answer: { headers: Headers }): string {
  const [cookie = ""] = (answer.headers.get("set-cookie") ?? "").split(";", 1)

  return cookie
}
