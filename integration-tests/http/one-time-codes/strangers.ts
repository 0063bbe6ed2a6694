import { lastCode, messagesTo } from "../../helpers/outbox"
import type { Client } from "../../helpers/people"
import type { CodeSuite } from "./suite"

const STRANGER = "198.51.100.66"
const OWNER = "203.0.113.20"

/** A login by phone alone cannot be shut out by somebody at another address. */
export function describeStrangers({
  sql,
  newPhone,
  askFor,
  codeFor,
  register,
  signInByPhone,
  signInBy,
  enrolled,
  bearing,
  wrongOf,
  from,
}: CodeSuite): void {
  /** The next minute; what was sent and tried stays counted. */
  const aMinuteLater = () =>
    sql(`update code_send set sent_at = (select coalesce(array_agg(at - interval '1 minute' order by at), '{}')
                                         from unnest(sent_at) as at)`)

  const askUntilRefused = async (client: Client, phone: string) => {
    for (let asked = 0; asked < 20; asked++) {
      await aMinuteLater()
      const { status, body } = await askFor(phone, "customer", client)
      if (status === 429) {
        return { asked, code: body.code }
      }
    }
    throw new Error("nothing was ever refused")
  }

  const phoneLogin = async () => {
    const phone = newPhone()
    await register(phone, await codeFor(phone))

    return phone
  }

  describe("a stranger at another address", () => {
    it("asks for codes until refused, and the owner still gets one and gets in", async () => {
      const phone = await phoneLogin()
      expect(await askUntilRefused(from(STRANGER), phone)).toEqual({ asked: 5, code: "resend_limited" })

      const sent = (await messagesTo(phone)).length
      expect(await askFor(phone, "customer", from(OWNER))).toMatchObject({ status: 201 })
      const code = await lastCode(phone, sent)
      expect(await signInByPhone(phone, code, from(OWNER))).toMatchObject({ status: 200 })
    })

    it("asks for a code after the owner did, and the owner's serves on", async () => {
      const phone = await phoneLogin()
      const sent = (await messagesTo(phone)).length
      expect(await askFor(phone, "customer", from(OWNER))).toMatchObject({ status: 201 })
      const code = await lastCode(phone, sent)
      expect(await askFor(phone, "customer", from(STRANGER))).toMatchObject({ status: 201 })

      expect(await signInByPhone(phone, code, from(OWNER))).toMatchObject({ status: 200 })
    })

    it("guesses until nothing is looked at, and the owner's code serves on", async () => {
      const phone = await phoneLogin()
      const sent = (await messagesTo(phone)).length
      await askFor(phone, "customer", from(OWNER))
      const code = await lastCode(phone, sent)

      const guesses = await Promise.all(
        Array.from({ length: 60 }, (_, index) => signInByPhone(phone, wrongOf(code, index), from(STRANGER)))
      )

      expect(new Set(guesses.map(({ status }) => status))).toEqual(new Set([401]))
      expect(await signInByPhone(phone, code, from(STRANGER))).toMatchObject({ status: 401 })
      expect(await signInByPhone(phone, code, from(OWNER))).toMatchObject({ status: 200 })
    })

    it("gets no new tries by naming further addresses that no proxy vouches for", async () => {
      const phone = await phoneLogin()
      await askFor(phone, "customer", from(OWNER))
      const code = await lastCode(phone)
      for (let index = 0; index < 5; index++) {
        await signInByPhone(phone, wrongOf(code, index), from(`10.9.9.${index}, ${STRANGER}`))
      }

      expect(await signInByPhone(phone, code, from(`10.9.9.9, ${STRANGER}`))).toMatchObject({ status: 401 })
    })

    it("uses up nothing of a second factor that goes to the same number", async () => {
      const { email, token } = await enrolled()
      const phone = newPhone()
      const started = await bearing(token)<{ mfa_factor: { id: string } }>("POST", "/auth/mfa/factors", {
        provider: "sms",
        metadata: { destination: phone },
      })
      await bearing(token)("POST", `/auth/mfa/factors/${started.body.mfa_factor.id}/verify`, {
        code: await lastCode(phone),
      })
      await askUntilRefused(from(STRANGER), phone)
      await sql("update code_destination set sent_at = array_fill(now(), array[20]) where destination = ?", [
        phone,
      ])

      const login = await signInBy(email)
      expect(await bearing(login.token)("POST", "/auth/mfa/code", { method: "sms" })).toMatchObject({
        status: 201,
      })
    })
  })
}
