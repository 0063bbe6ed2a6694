import { lastCode, messagesTo } from "../../helpers/outbox"
import type { CodeSuite } from "./suite"

/** What strangers try at codes. */
export function describeAttacks({
  sql,
  stranger,
  newPhone,
  letTimePass,
  askFor,
  codeFor,
  register,
  signInByPhone,
  wrongOf,
}: CodeSuite): void {
  describe("codes under attack", () => {
    it("100 guesses at the same moment do not open a login, and burn the code", async () => {
      const phone = newPhone()
      await register(phone, await codeFor(phone))
      const code = await codeFor(phone)

      const guesses = await Promise.all(
        Array.from({ length: 100 }, (_, index) => signInByPhone(phone, wrongOf(code, index)))
      )

      expect(new Set(guesses.map(({ status }) => status))).toEqual(new Set([401]))
      expect(await sql("select tries from code_send where destination = ?", [phone])).toEqual([{ tries: 5 }])
      expect(await signInByPhone(phone, code)).toMatchObject({ status: 401 })
    })

    it("one number is one login: of five that register it at the same moment, one does", async () => {
      const phone = newPhone()
      const code = await codeFor(phone)

      const answers = await Promise.all(Array.from({ length: 5 }, () => register(phone, code)))

      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      expect(
        await sql("select id from provider_identity where provider = 'phone' and entity_id = ?", [phone])
      ).toHaveLength(1)
    })

    it("a registration never opens a login that there is, whatever factor it has", async () => {
      const phone = newPhone()
      await register(phone, await codeFor(phone))

      const again = await register(phone, await codeFor(phone))

      expect(again).toMatchObject({ status: 401 })
      expect(again.body.token).toBeUndefined()
    })

    it("asking for a code answers the same whether or not the number is known", async () => {
      const [known, unknown] = [newPhone(), newPhone()]
      await register(known, await codeFor(known))
      await letTimePass()

      const [one, other] = [await askFor(known), await askFor(unknown)]
      const shape = ({ status, body }: typeof one) => ({ status, code: Object.keys(body.code as object) })

      expect(shape(one)).toEqual(shape(other))
      expect(shape(one)).toEqual({ status: 201, code: ["sent_to", "expires_at", "resend_after_seconds"] })
      // A wrong code tells nothing either.
      const wrong = [
        await signInByPhone(known, wrongOf(await lastCode(known))),
        await signInByPhone(unknown, wrongOf(await lastCode(unknown))),
      ]
      expect(wrong[0]?.body).toEqual(wrong[1]?.body)
    })

    it("a second code within a minute is refused with the time to wait, at both surfaces", async () => {
      const phone = newPhone()
      await codeFor(phone)

      const again = await askFor(phone, "user")

      expect(again).toMatchObject({ status: 429, body: { code: "resend_limited" } })
      expect(Number(again.headers.get("retry-after"))).toBeGreaterThan(50)
      expect(await messagesTo(phone)).toHaveLength(1)
    })

    it("SMS go neither to countries that are not served, nor to anything but mobile phones", async () => {
      expect(await askFor("+33612345678")).toMatchObject({
        status: 400,
        body: { code: "phone_country_refused" },
      })
      for (const phone of ["+23412700000", "0803", "nobody", "", { $ne: "" }, ["+2348031234567"]]) {
        expect(await askFor(phone as string)).toMatchObject({ status: 400 })
      }
      expect(await stranger()("POST", "/auth/vendor/phone/code", { phone: newPhone() })).toMatchObject({
        status: 400,
      })
    })

    it("SMS stop with the budget, before anything is sent", async () => {
      const phone = newPhone()
      await sql(
        `insert into sms_budget (scope, period_start, sent) values ('day:NG', date_trunc('day', now(), 'UTC'), 1000000)
         on conflict (scope, period_start) do update set sent = 1000000`
      )
      const answer = await askFor(phone)
      await sql("delete from sms_budget")

      expect(answer).toMatchObject({ status: 429, body: { code: "sms_budget_used_up" } })
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0)
      expect(await messagesTo(phone)).toHaveLength(0)
    })

    it("a code is in no table and in no answer", async () => {
      const phone = newPhone()
      await letTimePass()
      const answer = await askFor(phone)
      const code = await lastCode(phone)
      const tables = ["one_time_code", "notification", "code_send", "auth_verification"]
      const rows = await Promise.all(
        tables.map((table) =>
          sql(
            `select to_jsonb(t) - 'id' - 'code_hash' - 'created_at' - 'updated_at'
          - 'expires_at' as row from ${table} t where to_jsonb(t)::text like ?`,
            [`%${phone}%`]
          )
        )
      )

      expect(rows.flat().length).toBeGreaterThanOrEqual(3)
      expect(JSON.stringify(rows.slice(0, 2))).not.toContain(code)
      expect(JSON.stringify(answer.body)).not.toContain(code)
      // Medusa would keep a notification's data, and staff can read it.
      expect(await sql('select data, channel from notification where "to" = ?', [phone])).toEqual([
        { data: null, channel: "sms" },
      ])
    })
  })
}
