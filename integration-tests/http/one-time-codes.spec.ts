import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateJwtToken } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { createMarketplace, type Marketplace } from "../helpers/create-marketplace"
import { lastCode, lastMessage, messagesTo } from "../helpers/outbox"
import { type Client, clientWith, createBuyer, createUser, PASSWORD, signIn } from "../helpers/people"
import { Authenticator, enrolAuthenticator } from "../helpers/second-factor"

jest.setTimeout(300_000)

type Token = { token: string }
type Challenge = { token: string; mfa_required: boolean; mfa_challenge: { id: string; methods: string[] } }
type Factor = {
  mfa_factor: { id: string; status: string; metadata?: object }
  secret?: string
  token?: string
}

medusaIntegrationTestRunner({
  inApp: true,
  env: {},
  testSuite: ({ getContainer, api }) => {
    let container: MedusaContainer
    let market: Marketplace
    let baseUrl: string
    let stranger: Client
    let people = 0

    beforeAll(async () => {
      container = getContainer()
      market = await createMarketplace(container, { vendors: 1 })
      baseUrl = api.defaults.baseURL
      stranger = clientWith(baseUrl)
    })

    const sql = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
      (await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(text, values as never[])).rows

    const bearing = (token: string, headers: Record<string, string> = {}) =>
      clientWith(baseUrl, { authorization: `Bearer ${token}`, ...headers })

    /** A number that nobody has, and a minute in which nothing was sent. */
    const newPhone = () => `+2348031${String(100_000 + people++).slice(0, 6)}`
    const letTimePass = () => sql("delete from code_send")
    const newEmail = () => `person${people++}@example.com`

    const askFor = (phone: string, actor = "customer") =>
      stranger("POST", `/auth/${actor}/phone/code`, { phone })

    const codeFor = async (phone: string, actor = "customer") => {
      await letTimePass()
      const before = (await messagesTo(phone)).length
      expect(await askFor(phone, actor)).toMatchObject({ status: 201 })

      return lastCode(phone, before)
    }

    const register = (phone: string, code: string, actor = "customer") =>
      stranger<Token>("POST", `/auth/${actor}/phone/register`, { phone, code })

    const signInByPhone = (phone: string, code: string, actor = "customer") =>
      stranger<Token>("POST", `/auth/${actor}/phone`, { phone, code })

    const signInBy = async (email: string) =>
      (await stranger<Challenge>("POST", "/auth/customer/emailpass", { email, password: PASSWORD })).body

    const verify = ({ token, mfa_challenge }: Challenge, method: string, code: string) =>
      bearing(token)<Token>("POST", `/auth/mfa/challenges/${mfa_challenge.id}/verify`, { method, code })

    const wrongOf = (code: string, index = 0) =>
      String((Number(code) + 1 + index) % 1_000_000).padStart(6, "0")

    /** The same person's token as it was when the factor was shown that long ago. */
    const aged = (token: string, seconds: number | null) => {
      const {
        iat: _issued,
        exp: _expires,
        ...claims
      } = JSON.parse(Buffer.from(token.split(".")[1]!, "base64url").toString())
      const shownAt = seconds === null ? null : new Date(Date.now() - seconds * 1000).toISOString()

      return generateJwtToken(
        { ...claims, mfa_enabled: shownAt !== null, mfa_challenge_completed_at: shownAt },
        { secret: process.env.JWT_SECRET, expiresIn: 3600 }
      )
    }

    /** What the onboarding of a shop asks for. */
    const verifiedPhones = async (actor: object) => {
      const rows = await sql<{ entity_id: string }>(
        `select v.entity_id from auth_verification v join auth_identity a on a.id = v.auth_identity_id
         where v.entity_type = 'phone' and v.verified_at is not null and a.app_metadata @> ?::jsonb`,
        [JSON.stringify(actor)]
      )

      return rows.map(({ entity_id }) => entity_id)
    }

    describe("codes under attack", () => {
      it("100 guesses at the same moment do not open a login, and burn the code", async () => {
        const phone = newPhone()
        await register(phone, await codeFor(phone))
        const code = await codeFor(phone)

        const guesses = await Promise.all(
          Array.from({ length: 100 }, (_, index) => signInByPhone(phone, wrongOf(code, index)))
        )

        expect(new Set(guesses.map(({ status }) => status))).toEqual(new Set([401]))
        expect(await sql("select attempts from one_time_code where destination = ?", [phone])).toEqual([
          { attempts: 5 },
        ])
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
        expect(await stranger("POST", "/auth/vendor/phone/code", { phone: newPhone() })).toMatchObject({
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

    describe("phone first", () => {
      it("a buyer signs up by phone, opens an account and comes back by phone", async () => {
        const phone = newPhone()
        const store = { "x-publishable-api-key": market.publishable_key }
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

    describe("a change of phone", () => {
      const change = (client: Client, phone: string, code: string, password?: string) =>
        client("POST", "/auth/phone/change", { phone, code, password })

      const changeCodeFor = async (client: Client, phone: string) => {
        await letTimePass()
        expect(await client("POST", "/auth/phone/change/code", { phone })).toMatchObject({ status: 201 })

        return lastCode(phone)
      }

      it("needs the password or a fresh factor, ends other sessions, and lets SMS rest as a factor", async () => {
        const email = newEmail()
        await createBuyer(container, email)
        const other = await signIn(baseUrl, "customer", email)
        const buyer = await signIn(baseUrl, "customer", email)
        const [first, second] = [newPhone(), newPhone()]

        const code = await changeCodeFor(buyer, first)
        expect(await change(buyer, first, code)).toMatchObject({
          status: 403,
          body: { code: "step_up_required" },
        })
        expect(await change(buyer, first, code, "a wrong password")).toMatchObject({ status: 403 })
        expect(await change(buyer, first, wrongOf(code), PASSWORD)).toMatchObject({
          status: 400,
          body: { code: "code_invalid" },
        })
        expect(await change(buyer, first, code, PASSWORD)).toMatchObject({ status: 200 })
        expect(await other("GET", "/auth/sessions")).toMatchObject({ status: 401 })

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
        expect(await change(buyer, second, next, PASSWORD)).toMatchObject({ status: 403 })
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
        await createBuyer(container, email)
        const buyer = await signIn(baseUrl, "customer", email)
        await change(buyer, own, await changeCodeFor(buyer, own), PASSWORD)

        expect(await change(buyer, taken, await changeCodeFor(buyer, taken), PASSWORD)).toMatchObject({
          status: 409,
          body: { code: "phone_taken" },
        })
        expect(await signInByPhone(own, await codeFor(own))).toMatchObject({ status: 200 })
      })

      it("lets nobody guess the password in the name of a stolen session", async () => {
        const email = newEmail()
        await createBuyer(container, email)
        const buyer = await signIn(baseUrl, "customer", email)

        const answers = await Promise.all(
          Array.from({ length: 20 }, (_, index) => change(buyer, newPhone(), "123456", `guess ${index}`))
        )

        expect(answers.filter(({ status }) => status === 403)).toHaveLength(5)
        expect(answers.filter(({ status }) => status === 429)).toHaveLength(15)
      })

      it("does not take a code that was sent to somebody else's session", async () => {
        const phone = newPhone()
        const [one, two] = [newEmail(), newEmail()]
        await createBuyer(container, one)
        await createBuyer(container, two)
        const code = await changeCodeFor(await signIn(baseUrl, "customer", one), phone)

        expect(await change(await signIn(baseUrl, "customer", two), phone, code, PASSWORD)).toMatchObject({
          status: 400,
          body: { code: "code_invalid" },
        })
      })
    })

    describe("verification", () => {
      const request = (client: Client, body: object) => client("POST", "/auth/verification/request", body)

      it("confirms the e-mail of a login by a link, where the operator asks for it", async () => {
        const { http } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
        const email = newEmail()
        await createUser(container, email)
        const required = [{ auth_provider: "emailpass", entity_type: "email" }]
        const before = http.authVerificationsPerActor
        http.authVerificationsPerActor = { user: required }
        try {
          const login = { email, password: PASSWORD }
          const refused = await stranger<Token>("POST", "/auth/user/emailpass", login)
          expect(refused.body).toMatchObject({ verification_required: true })
          expect(await bearing(refused.body.token)("GET", "/auth/sessions")).toMatchObject({ status: 401 })

          const link = { entity_id: email, entity_type: "email" }
          expect(await request(bearing(refused.body.token), link)).toMatchObject({ status: 201 })
          expect(await request(bearing(refused.body.token), link)).toMatchObject({
            status: 429,
            body: { code: "resend_limited" },
          })
          const { text } = await lastMessage(email)
          const code = /\/app\/verify-email\?token=(\S+)/.exec(text)?.[1]
          expect(await stranger("POST", "/auth/verification/confirm", { code })).toMatchObject({
            status: 200,
          })
          expect(await stranger("POST", "/auth/verification/confirm", { code })).toMatchObject({
            status: 400,
          })

          const { body } = await stranger<Token>("POST", "/auth/user/emailpass", login)
          expect(await bearing(body.token)("GET", "/auth/sessions")).toMatchObject({ status: 200 })
        } finally {
          http.authVerificationsPerActor = before
        }
      })

      it("sends a link to nobody but the login itself", async () => {
        const email = newEmail()
        await createBuyer(container, email)
        const buyer = await signIn(baseUrl, "customer", email)

        expect(await request(buyer, { entity_id: "victim@example.com", entity_type: "email" })).toMatchObject(
          { status: 400, body: { code: "verification_refused" } }
        )
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
        const user = await createUser(container, email)
        await createUser(container, otherEmail)
        const member = await signIn(baseUrl, "user", email)
        const other = await signIn(baseUrl, "user", otherEmail)
        const phone = newPhone()
        const ask = { entity_id: phone, entity_type: "phone", code_provider: "code" }
        const confirm = (client: Client, code: string) =>
          client("POST", "/auth/verification/confirm", { code, code_provider: "code" })

        const asked = await request(member, ask)
        const code = await lastCode(phone)
        expect(asked).toMatchObject({ status: 201 })
        expect(JSON.stringify(asked.body)).not.toContain(code)
        expect(await confirm(other, code)).toMatchObject({ status: 400, body: { code: "code_invalid" } })
        expect(await confirm(stranger, code)).toMatchObject({ status: 400, body: { code: "code_invalid" } })
        await Promise.all(Array.from({ length: 30 }, (_, index) => confirm(member, wrongOf(code, index))))
        expect(await confirm(member, code)).toMatchObject({ status: 400 })
        expect(await verifiedPhones({ user_id: user.id })).toEqual([])

        await letTimePass()
        await request(member, ask)
        expect(await confirm(member, await lastCode(phone, 1))).toMatchObject({ status: 200 })
        expect(await verifiedPhones({ user_id: user.id })).toEqual([phone])
      })
    })

    describe("second factors", () => {
      const enrolled = async () => {
        const email = newEmail()
        const { auth_identity_id } = await createBuyer(container, email)
        const first = await stranger<Token>("POST", "/auth/customer/emailpass", { email, password: PASSWORD })
        const app = await enrolAuthenticator(bearing(first.body.token))

        return { email, auth_identity_id, app, token: first.body.token }
      }

      const forgetTries = () => sql("delete from factor_attempt")

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
        await createBuyer(container, email)
        const buyer = await signIn(baseUrl, "customer", email)
        const { body } = await buyer<Factor>("POST", "/auth/mfa/factors", { provider: "totp" })
        const code = await new Authenticator(body.secret!).code()
        expect(await buyer("POST", `/auth/mfa/factors/${body.mfa_factor.id}/verify`, { code })).toMatchObject(
          { status: 200 }
        )

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

      it("a stolen session from before cannot add, swap or read factors; a fresh one can", async () => {
        const { email, app } = await enrolled()
        const { body } = await verify(await signInBy(email), "totp", await app.code())
        const attempts: [string, string, object][] = [
          [
            "POST",
            "/auth/mfa/factors",
            { provider: "email", metadata: { destination: "thief@example.com" } },
          ],
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
        const factors = await bearing(body.token)<{ mfa_factors: { id: string }[] }>(
          "GET",
          "/auth/mfa/factors"
        )
        const [factor] = factors.body.mfa_factors
        expect(await bearing(body.token)("DELETE", `/auth/mfa/factors/${factor?.id}`, {})).toMatchObject({
          status: 400,
        })
        expect(await messagesTo("thief@example.com")).toHaveLength(0)
        expect(await bearing(body.token)("POST", "/auth/mfa/recovery-codes", {})).toMatchObject({
          status: 200,
        })
      })

      it("whoever has to show it again asks for a challenge, and keeps the session", async () => {
        const { email, app } = await enrolled()
        const { body } = await verify(await signInBy(email), "totp", await app.code())
        const old = bearing(aged(body.token, 3600))

        const started = await old<Challenge>("POST", "/auth/mfa/challenges", {})
        expect(started).toMatchObject({ status: 201 })
        await forgetTries()
        const fresh = await old<Token>(
          "POST",
          `/auth/mfa/challenges/${started.body.mfa_challenge.id}/verify`,
          { method: "totp", code: await app.code() }
        )

        expect(fresh).toMatchObject({ status: 200 })
        expect(await bearing(fresh.body.token)("POST", "/auth/mfa/recovery-codes", {})).toMatchObject({
          status: 200,
        })
      })

      it("the first factor ends the sessions that never showed one, and leaves the one that added it", async () => {
        const email = newEmail()
        await createBuyer(container, email)
        const elsewhere = await signIn(baseUrl, "customer", email)
        const here = await signIn(baseUrl, "customer", email)

        await enrolAuthenticator(here)

        expect(await elsewhere("GET", "/auth/sessions")).toMatchObject({
          status: 401,
          body: { code: "session_ended" },
        })
        expect(await here("GET", "/auth/sessions")).toMatchObject({ status: 200 })
      })

      it("a code by e-mail serves as a factor, for the login that has it alone", async () => {
        const [email, mailbox] = [newEmail(), newEmail()]
        await createBuyer(container, email)
        const buyer = await signIn(baseUrl, "customer", email)
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
        expect(await bearing(body.token)("POST", "/auth/mfa/factors", { provider: "passkey" })).toMatchObject(
          { status: 400, body: { code: "request_malformed" } }
        )
        expect(await stranger("POST", "/auth/mfa/challenges", {})).toMatchObject({ status: 401 })
        expect(await stranger("POST", "/auth/mfa/code", { method: "sms" })).toMatchObject({ status: 401 })
        expect(await stranger("POST", "/auth/phone/change", {})).toMatchObject({ status: 401 })
      })
    })
  },
})
