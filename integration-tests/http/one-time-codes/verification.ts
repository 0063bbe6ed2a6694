import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { lastCode, lastMessage, messagesTo } from "../../helpers/outbox"
import { type Client, createBuyer, createUser, PASSWORD, signIn } from "../../helpers/people"
import type { CodeSuite, Token } from "./suite"

/** Addresses and numbers that are confirmed. */
export function describeVerification({
  place,
  sql,
  stranger,
  bearing,
  newPhone,
  newEmail,
  letTimePass,
  wrongOf,
  verifiedPhones,
}: CodeSuite): void {
  describe("verification", () => {
    const request = (client: Client, body: object) => client("POST", "/auth/verification/request", body)

    const confirmLink = (client: Client, code: string | undefined) =>
      client("POST", "/auth/verification/confirm", { code })
    const unsigned = { status: 401, body: { code: "sign_in_required" } }

    it("lets nobody in by the click of an address's owner whose address a stranger registered", async () => {
      const victim = newEmail()
      const thief = await stranger()<Token>("POST", "/auth/customer/emailpass/register", {
        email: victim,
        password: PASSWORD,
      })
      await request(bearing(thief.body.token), { entity_id: victim, entity_type: "email" })
      const code = /token=(\S+)/.exec((await lastMessage(victim)).text)?.[1]
      const own = newEmail()
      await createBuyer(place().container, own)

      expect(await confirmLink(stranger(), code)).toMatchObject(unsigned)
      expect(await confirmLink(await signIn(place().base_url, "customer", own), code)).toMatchObject({
        status: 403,
      })
      expect(
        await sql("select id from auth_verification where entity_id = ? and verified_at is not null", [
          victim,
        ])
      ).toEqual([])
    })

    it("confirms the e-mail of a login by a link, where the operator asks for it", async () => {
      const { http } = place().container.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
      const email = newEmail()
      await createUser(place().container, email)
      const required = [{ auth_provider: "emailpass", entity_type: "email" }]
      const before = http.authVerificationsPerActor
      http.authVerificationsPerActor = { user: required }
      try {
        const login = { email, password: PASSWORD }
        const refused = await stranger()<Token>("POST", "/auth/user/emailpass", login)
        expect(refused.body).toMatchObject({ verification_required: true })
        expect(await bearing(refused.body.token)("GET", "/auth/sessions")).toMatchObject({ status: 401 })

        const link = { entity_id: email, entity_type: "email" }
        expect(await request(bearing(refused.body.token), link)).toMatchObject({ status: 201 })
        expect(await request(bearing(refused.body.token), link)).toMatchObject({
          status: 429,
          body: { code: "resend_limited" },
        })
        const { text } = await lastMessage(email)
        expect(text).toContain("If you did not sign up")
        const code = /\/app\/verify-email\?token=(\S+)/.exec(text)?.[1]
        expect(await confirmLink(stranger(), code)).toMatchObject(unsigned)
        const other = newEmail()
        await createBuyer(place().container, other)
        const somebody = await signIn(place().base_url, "customer", other)
        expect(await confirmLink(somebody, code)).toMatchObject({
          status: 403,
          body: { code: "verification_refused" },
        })
        expect(await confirmLink(bearing(refused.body.token), code)).toMatchObject({ status: 200 })
        expect(await confirmLink(bearing(refused.body.token), code)).toMatchObject({ status: 400 })

        const { body } = await stranger()<Token>("POST", "/auth/user/emailpass", login)
        expect(await bearing(body.token)("GET", "/auth/sessions")).toMatchObject({ status: 200 })
      } finally {
        http.authVerificationsPerActor = before
      }
    })

    it("sends a link to nobody but the login itself", async () => {
      const email = newEmail()
      await createBuyer(place().container, email)
      const buyer = await signIn(place().base_url, "customer", email)

      expect(await request(buyer, { entity_id: "victim@example.com", entity_type: "email" })).toMatchObject({
        status: 400,
        body: { code: "verification_refused" },
      })
      for (const odd of [
        { entity_id: newPhone(), entity_type: "phone" },
        { entity_id: email, entity_type: "account", code_provider: "code" },
        { entity_id: email, entity_type: "email", code_provider: "nobody" },
        { entity_id: "not a phone", entity_type: "phone", code_provider: "code" },
      ]) {
        expect(await request(buyer, odd)).toMatchObject({ status: 400 })
      }
      expect(await messagesTo("victim@example.com")).toHaveLength(0)
    })

    it("confirms a phone by six digits, in the session that asked alone, with five tries", async () => {
      const [email, otherEmail] = [newEmail(), newEmail()]
      const user = await createUser(place().container, email)
      await createUser(place().container, otherEmail)
      const member = await signIn(place().base_url, "user", email)
      const other = await signIn(place().base_url, "user", otherEmail)
      const phone = newPhone()
      const ask = { entity_id: phone, entity_type: "phone", code_provider: "code" }
      const confirm = (client: Client, code: string) =>
        client("POST", "/auth/verification/confirm", { code, code_provider: "code" })

      const asked = await request(member, ask)
      const code = await lastCode(phone)
      expect(asked).toMatchObject({ status: 201 })
      expect(JSON.stringify(asked.body)).not.toContain(code)
      expect(await confirm(other, code)).toMatchObject({ status: 400, body: { code: "code_invalid" } })
      expect(await confirm(stranger(), code)).toMatchObject(unsigned)
      await Promise.all(Array.from({ length: 30 }, (_, index) => confirm(member, wrongOf(code, index))))
      expect(await confirm(member, code)).toMatchObject({ status: 400 })
      expect(await verifiedPhones({ user_id: user.id })).toEqual([])

      await letTimePass()
      await request(member, ask)
      expect(await confirm(member, await lastCode(phone, 1))).toMatchObject({ status: 200 })
      expect(await verifiedPhones({ user_id: user.id })).toEqual([phone])
    })
  })
}
