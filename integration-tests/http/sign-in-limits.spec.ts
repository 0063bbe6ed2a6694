import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import emailpass from "@medusajs/medusa/auth-emailpass"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { createMarketplace, type Marketplace } from "../helpers/create-marketplace"
import { lastMessage, messagesTo } from "../helpers/outbox"
import { type Answer, type Client, clientWith, createBuyer, createUser, PASSWORD } from "../helpers/people"

jest.setTimeout(300_000)
// The numbers that hold in production; other test files widen them.
process.env.RATE_LIMIT_FACTOR = "1"

type Refusal = { code: string; message: string; type: string }
type Token = { token: string }

const WRONG = "a wrong but long password"
const NEXT_PASSWORD = "another long password"

medusaIntegrationTestRunner({
  inApp: true,
  env: {},
  testSuite: ({ getContainer, api }) => {
    let container: MedusaContainer
    let market: Marketplace
    let baseUrl: string
    let anyone: Client
    let machines = 0

    /** One who calls from an address of its own, as the trusted proxy reports it. */
    const from = (ip: string): Client => clientWith(baseUrl, { "x-forwarded-for": ip })
    const newMachine = (): Client => {
      machines += 1
      return from(`10.0.${Math.floor(machines / 250)}.${(machines % 250) + 1}`)
    }
    const sql = async (statement: string, values: unknown[] = []) =>
      (await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(statement, values as never)).rows
    const login = (client: Client, email: string, password = PASSWORD, actor = "customer") =>
      client<Refusal & Token>("POST", `/auth/${actor}/emailpass`, { email, password })
    const count = (answers: Answer<unknown>[], status: number) =>
      answers.filter((answer) => answer.status === status).length
    const registerAt = (client: Client, body: Record<string, unknown>, actor = "customer") =>
      client<Refusal & Token>("POST", `/auth/${actor}/emailpass/register`, body)

    beforeAll(async () => {
      container = getContainer()
      market = await createMarketplace(container, { vendors: 1 })
      baseUrl = api.defaults.baseURL
      anyone = newMachine()
    })

    describe("guessing a password", () => {
      it("admits five of a hundred parallel guesses from one address", async () => {
        await createBuyer(container, "parallel@example.com")
        const machine = newMachine()
        const answers = await Promise.all(
          Array.from({ length: 100 }, () => login(machine, "parallel@example.com", WRONG))
        )

        expect(count(answers, 401)).toBe(5)
        expect(count(answers, 429)).toBe(95)
        expect(answers.find(({ status }) => status === 429)?.body).toMatchObject({
          code: "too_many_attempts",
        })
      })

      it("admits a hundred guesses an hour from any number of addresses", async () => {
        await createBuyer(container, "crowd@example.com")
        const answers = await Promise.all(
          Array.from({ length: 130 }, () => login(newMachine(), "crowd@example.com", WRONG))
        )

        expect(count(answers, 401)).toBe(100)
        expect(count(answers, 429)).toBe(30)
      })

      it("lets the owner in from where they have signed in before, while others guess", async () => {
        await createBuyer(container, "owner@example.com")
        const home = newMachine()
        expect((await login(home, "owner@example.com")).status).toBe(200)
        await settled()
        await Promise.all(Array.from({ length: 110 }, () => login(newMachine(), "owner@example.com", WRONG)))

        expect((await login(newMachine(), "owner@example.com")).status).toBe(429)
        expect((await login(home, "owner@example.com")).status).toBe(200)
      })

      it("counts one login once, for whichever actor and in whichever spelling it is tried", async () => {
        await createBuyer(container, "spelling@example.com")
        const machine = newMachine()
        const tries = [
          ["customer", "spelling@example.com"],
          ["user", "Spelling@Example.com"],
          ["customer", "  SPELLING@EXAMPLE.COM "],
          ["user", "ｓpelling@example.com"],
          ["customer", "spellinG@example.com"],
          ["user", "spelling@example.com"],
        ] as const
        const statuses: number[] = []
        for (const [actor, email] of tries) {
          statuses.push((await login(machine, email, WRONG, actor)).status)
        }

        expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
      })

      it("is not got around by another way to write the address of the route, nor by GET", async () => {
        await createBuyer(container, "routes@example.com")
        const machine = newMachine()
        const body = { email: "routes@example.com", password: WRONG }
        for (const path of [
          "/auth/customer/emailpass/",
          "/AUTH/customer/emailpass",
          "/auth/customer/%65mailpass",
        ]) {
          expect((await machine("POST", path, body)).status).toBe(401)
        }
        expect((await login(machine, "routes@example.com", WRONG)).status).toBe(401)
        expect((await login(machine, "routes@example.com", WRONG)).status).toBe(401)
        expect((await machine("POST", "/auth/customer/emailpass/", body)).status).toBe(429)
        expect((await machine("GET", "/auth/customer/emailpass")).status).not.toBe(429)
      })

      it("stops one machine after a hundred guesses, whatever it says its address is", async () => {
        const answers: Answer<unknown>[] = []
        for (let batch = 0; batch < 4; batch += 1) {
          answers.push(
            ...(await Promise.all(
              Array.from({ length: 30 }, (_, index) => {
                const said = `203.0.113.${batch * 30 + index}`
                const spoofing = clientWith(baseUrl, {
                  "x-forwarded-for": `${said}, 198.51.100.7`,
                  "x-real-ip": said,
                  "x-client-ip": said,
                  forwarded: `for=${said}`,
                  "true-client-ip": said,
                })
                return login(spoofing, `nobody-${batch}-${index}@example.com`, WRONG)
              })
            ))
          )
        }

        expect(count(answers, 401)).toBe(100)
        expect(count(answers, 429)).toBe(20)
      })

      it("takes the addresses of one IPv6 network for one", async () => {
        await createBuyer(container, "six@example.com")
        const statuses: number[] = []
        for (let host = 1; host <= 6; host += 1) {
          statuses.push((await login(from(`2001:db8:1:2::${host}`), "six@example.com", WRONG)).status)
        }

        expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
      })

      it("does not give a machine's guesses back for a sign-in of its own", async () => {
        await createBuyer(container, "attacker@example.com")
        const attacker = "192.0.2.77"
        for (let batch = 0; batch < 4; batch += 1) {
          await Promise.all(
            Array.from({ length: 24 }, (_, index) =>
              login(from(attacker), `v${batch}-${index}@example.com`, WRONG)
            )
          )
          expect((await login(from(attacker), "attacker@example.com")).status).toBe(200)
          await settled()
        }
        const more = await Promise.all(
          Array.from({ length: 10 }, (_, index) => login(from(attacker), `w${index}@example.com`, WRONG))
        )

        expect(count(more, 401)).toBe(4)
      })
    })

    describe("waiting", () => {
      it("locks for 1, 5, 15 and 60 minutes, says so honestly, and starts again after a success", async () => {
        await createBuyer(container, "waiting@example.com")
        const machine = newMachine()
        const locked: number[] = []
        for (let lock = 0; lock < 5; lock += 1) {
          for (let guess = 0; guess < 5; guess += 1) {
            expect((await login(machine, "waiting@example.com", WRONG)).status).toBe(401)
          }
          const refused = await login(machine, "waiting@example.com")
          expect(refused.status).toBe(429)
          locked.push(Number(refused.headers.get("retry-after")))
          const again = Number((await login(machine, "waiting@example.com")).headers.get("retry-after"))
          expect(again).toBeLessThanOrEqual(locked[lock] as number)
          expect(again).toBeGreaterThan((locked[lock] as number) - 10)
          await pass(again)
        }
        expect(locked).toEqual([60, 300, 900, 3600, 3600])

        expect((await login(machine, "waiting@example.com")).status).toBe(200)
        await settled()
        for (let guess = 0; guess < 5; guess += 1) {
          expect((await login(machine, "waiting@example.com", WRONG)).status).toBe(401)
        }
        const refused = await login(machine, "waiting@example.com", WRONG)
        expect(refused.headers.get("retry-after")).toBe("60")
      })

      it("still waits one second before the time that was told, and no longer after it", async () => {
        await createBuyer(container, "honest@example.com")
        const machine = newMachine()
        for (let guess = 0; guess < 6; guess += 1) {
          await login(machine, "honest@example.com", WRONG)
        }
        const seconds = Number((await login(machine, "honest@example.com")).headers.get("retry-after"))
        await pass(seconds - 2)
        expect((await login(machine, "honest@example.com")).status).toBe(429)
        await pass(2)
        expect((await login(machine, "honest@example.com")).status).toBe(200)
      })
    })

    describe("an account that may not exist", () => {
      it("answers a wrong password and an unknown address alike, in the same time", async () => {
        await createBuyer(container, "timing@example.com")
        const known: number[] = []
        const unknown: number[] = []
        const bodies = new Set<string>()
        const timed = async (email: string, into: number[]) => {
          const machine = newMachine()
          const start = performance.now()
          const answer = await login(machine, email, WRONG)
          into.push(performance.now() - start)
          bodies.add(JSON.stringify([answer.status, answer.body]))
        }
        for (let round = 0; round < 45; round += 1) {
          await timed("timing@example.com", known)
          await timed(`unknown-${round}@example.com`, unknown)
        }

        expect(bodies.size).toBe(1)
        expectSameTime(known, unknown)
      })

      it("answers a registration of a known address like a first one, in the same time, and tells its owner", async () => {
        await createBuyer(container, "twice@example.com")
        const tokens = new Map<string, string>()
        const register = async (email: string, into: number[]) => {
          const machine = newMachine()
          const start = performance.now()
          const answer = await registerAt(machine, { email, password: WRONG })
          into.push(performance.now() - start)
          expect(answer.status).toBe(200)
          tokens.set(email, answer.body.token)
        }
        const known: number[] = []
        const fresh: number[] = []
        for (let round = 0; round < 40; round += 1) {
          // The limit of an account is five an hour.
          await sql("delete from throttle_counter where key like 'registration:account:%'")
          await register("twice@example.com", known)
          await register(`fresh-${round}@example.com`, fresh)
        }

        expect(shape(tokens.get("twice@example.com"))).toEqual(shape(tokens.get("fresh-0@example.com")))
        expectSameTime(known, fresh)
        expect((await lastMessage("twice@example.com")).template).toBe("login_exists")
        expect((await login(newMachine(), "twice@example.com", WRONG)).status).toBe(401)
        expect((await login(newMachine(), "twice@example.com")).status).toBe(200)
      })

      it("opens nothing with the token of a registration that was none", async () => {
        await createBuyer(container, "decoy@example.com")
        const { body } = await registerAt(newMachine(), { email: "decoy@example.com", password: WRONG })
        const holder = clientWith(baseUrl, {
          authorization: `Bearer ${body.token}`,
          "x-publishable-api-key": market.publishable_key,
        })

        expect(await holder("POST", "/store/customers", { first_name: "Eve" })).toMatchObject({
          status: 401,
          body: { code: "sign_in_required" },
        })
        expect((await holder("GET", "/store/customers/me")).status).toBe(401)
        expect((await holder("POST", "/auth/token/refresh")).status).toBe(401)
        expect((await holder("GET", "/admin/products")).status).toBe(401)
      })

      it("does not tell at the making of a buyer's account who else has one", async () => {
        await createBuyer(container, "has-account@example.com")
        const { body } = await registerAt(newMachine(), { email: "asking@example.com", password: PASSWORD })
        const asking = clientWith(baseUrl, {
          authorization: `Bearer ${body.token}`,
          "x-publishable-api-key": market.publishable_key,
        })
        const of = (email: string) =>
          asking<Refusal>("POST", "/store/customers", { email, first_name: "Eve" })

        const taken = await of("has-account@example.com")
        const free = await of("has-no-account@example.com")
        expect(taken.body).toMatchObject({ code: "email_not_own" })
        expect(taken.body).toEqual(free.body)
        expect(await of("Asking@Example.com")).toMatchObject({
          status: 200,
          body: { customer: { email: "asking@example.com" } },
        })
      })

      it("answers a recovery of a known and of an unknown address alike, in the same time", async () => {
        await createBuyer(container, "recovering@example.com")
        const ask = async (identifier: string, into: number[]) => {
          const machine = newMachine()
          const start = performance.now()
          const answer = await machine("POST", "/auth/customer/emailpass/reset-password", { identifier })
          into.push(performance.now() - start)
          expect(answer).toMatchObject({ status: 201, body: { text: "Created" } })
          // What an answer leaves to do must not run into the next one's time.
          await new Promise((done) => setTimeout(done, 300))
        }
        const known: number[] = []
        const unknown: number[] = []
        for (let round = 0; round < 40; round += 1) {
          await sql("delete from throttle_counter where key like 'recovery:account:%'")
          await ask("recovering@example.com", known)
          await ask(`no-one-${round}@example.com`, unknown)
        }

        expect((await messagesTo("recovering@example.com")).length).toBe(40)
        expectSameTime(known, unknown, 3)
      })
    })

    describe("one spelling of an address", () => {
      it("makes one account of every spelling", async () => {
        const registered = await registerAt(newMachine(), { email: " Ada@Example.COM ", password: PASSWORD })
        expect(registered.status).toBe(200)
        const [identity] = await container
          .resolve(Modules.AUTH)
          .listProviderIdentities({ entity_id: "ada@example.com", provider: "emailpass" })

        expect(identity).toBeDefined()
        expect((await login(newMachine(), "ADA@example.com")).status).toBe(200)
        expect(
          await sql("select id from provider_identity where lower(entity_id) = 'ada@example.com'")
        ).toHaveLength(1)
      })

      it("lets a login in that is older than this rule, as it was typed then", async () => {
        await createBuyer(container, "older@example.com")
        await sql(
          "update provider_identity set entity_id = 'Older@Example.com' where entity_id = 'older@example.com'"
        )

        expect((await login(newMachine(), "Older@Example.com")).status).toBe(200)
        expect((await login(newMachine(), "older@example.com")).status).toBe(401)
        await newMachine()("POST", "/auth/customer/emailpass/reset-password", {
          identifier: "Older@Example.com",
        })
        expect((await lastMessage("Older@Example.com")).template).toBe("password_reset_link")
      })

      it("refuses to register what is no address", async () => {
        for (const email of ["no address", "a@b", "", `${"a".repeat(250)}@example.com`, 7]) {
          expect(await registerAt(newMachine(), { email, password: PASSWORD })).toMatchObject({
            status: 400,
            body: { code: "email_invalid" },
          })
        }
      })
    })

    describe("what may be a password", () => {
      it("is refused with a code for each reason, and counts no attempt", async () => {
        const machine = newMachine()
        const refused = [
          ["ninechars", "password_too_short"],
          ["x1y2".repeat(40), "password_too_long"],
          ["Password123!!!!", "password_common"],
          ["secure-policy@example.com", "password_contains_email"],
          [1234567890, "password_missing"],
          [undefined, "password_missing"],
        ]
        for (const [password, code] of [...refused, ...refused]) {
          expect(await registerAt(machine, { email: "secure-policy@example.com", password })).toMatchObject({
            status: 400,
            body: { code },
          })
        }
        expect(
          await sql("select id from provider_identity where entity_id = 'secure-policy@example.com'")
        ).toHaveLength(0)
      })

      it("lets a login in whose password is older than the policy", async () => {
        const { auth_identity_id } = await createBuyer(container, "weak@example.com")
        const [{ provider_metadata }] = await sql(
          "select provider_metadata from provider_identity where auth_identity_id = ?",
          [auth_identity_id]
        )
        expect(provider_metadata.password).toEqual(expect.any(String))
        const hash = await hashOf("short")
        await sql("update provider_identity set provider_metadata = ?::jsonb where auth_identity_id = ?", [
          JSON.stringify({ password: hash }),
          auth_identity_id,
        ])

        expect((await login(newMachine(), "weak@example.com", "short")).status).toBe(200)
      })
    })

    describe("recovery", () => {
      const recover = async (email: string, actor = "customer") => {
        const before = (await messagesTo(email)).length
        await newMachine()("POST", `/auth/${actor}/emailpass/reset-password`, { identifier: email })
        const { text } = await lastMessage(email, before)
        const url = new URL(/https?:\S+/.exec(text)?.[0] as string)

        return { url, token: url.searchParams.get("token") as string }
      }
      const update = (token: string, password: string, actor = "customer") =>
        newMachine()<Refusal>(
          "POST",
          `/auth/${actor}/emailpass/update`,
          { password },
          { authorization: `Bearer ${token}` }
        )

      it("sends a link that works once, ends all sessions, and tells the owner", async () => {
        await createBuyer(container, "forgetful@example.com")
        const { body } = await login(newMachine(), "forgetful@example.com")
        const signedIn = clientWith(baseUrl, {
          authorization: `Bearer ${body.token}`,
          "x-publishable-api-key": market.publishable_key,
        })
        expect((await signedIn("GET", "/store/customers/me")).status).toBe(200)

        const { url, token } = await recover("Forgetful@Example.com".toLowerCase())
        expect(url.origin + url.pathname).toBe("http://localhost:8000/reset-password")
        expect(url.searchParams.get("email")).toBe("forgetful@example.com")
        const sent = (await messagesTo("forgetful@example.com")).length
        expect((await update(token, NEXT_PASSWORD)).status).toBe(200)

        expect((await update(token, "yet another password")).status).toBe(401)
        expect((await login(newMachine(), "forgetful@example.com")).status).toBe(401)
        expect((await login(newMachine(), "forgetful@example.com", NEXT_PASSWORD)).status).toBe(200)
        expect((await signedIn("GET", "/store/customers/me")).status).toBe(401)
        expect((await lastMessage("forgetful@example.com", sent)).template).toBe("password_changed")
      })

      it("keeps the link when the password is refused, and refuses another login's address in it", async () => {
        await createBuyer(container, "careful@example.com")
        const { token } = await recover("careful@example.com")

        expect((await update(token, "careful@example.com")).body).toMatchObject({
          code: "password_contains_email",
        })
        expect((await update(token, "short")).body).toMatchObject({ code: "password_too_short" })
        expect((await update(token, NEXT_PASSWORD)).status).toBe(200)
      })

      it("refuses a link after 15 minutes, and one that a later link has replaced", async () => {
        await createBuyer(container, "late@example.com")
        const first = await recover("late@example.com")
        const second = await recover("late@example.com")
        expect((await update(first.token, NEXT_PASSWORD)).status).toBe(401)

        const claims = JSON.parse(Buffer.from(second.token.split(".")[1] as string, "base64url").toString())
        expect(claims.exp - claims.iat).toBe(15 * 60)
        await sql("update auth_password_reset_token set expires_at = expires_at - interval '15 minutes'")
        expect((await update(second.token, NEXT_PASSWORD)).status).toBe(401)
        expect((await login(newMachine(), "late@example.com")).status).toBe(200)
      })

      it("leads people of the dashboard to the dashboard", async () => {
        await createUser(container, "staff-recovery@example.com")
        const { url, token } = await recover("staff-recovery@example.com", "user")

        expect(url.origin + url.pathname).toBe("http://localhost:9000/app/reset-password")
        expect((await update(token, NEXT_PASSWORD, "customer")).status).toBe(401)
        expect((await update(token, NEXT_PASSWORD, "user")).status).toBe(200)
      })

      it("mails nobody more than six times an hour, and tells no one by the limit who is there", async () => {
        await createBuyer(container, "flooded@example.com")
        const ask = (identifier: string) =>
          newMachine()("POST", "/auth/customer/emailpass/reset-password", { identifier })
        const known: number[] = []
        const unknown: number[] = []
        for (let round = 0; round < 8; round += 1) {
          known.push((await ask("flooded@example.com")).status)
          unknown.push((await ask("not-flooded@example.com")).status)
        }

        expect(known).toEqual([201, 201, 201, 201, 201, 201, 429, 429])
        expect(unknown).toEqual(known)
        await lastMessage("flooded@example.com", 5)
        expect(await messagesTo("flooded@example.com")).toHaveLength(6)
      })
    })

    describe("changing the password while signed in", () => {
      it("needs the current one, stays signed in here alone, and tells the owner", async () => {
        await createBuyer(container, "changing@example.com")
        const store = (token: string) =>
          clientWith(baseUrl, {
            authorization: `Bearer ${token}`,
            "x-publishable-api-key": market.publishable_key,
          })
        const elsewhere = store((await login(newMachine(), "changing@example.com")).body.token)
        const here = store((await login(newMachine(), "changing@example.com")).body.token)
        const change = (current_password: string, new_password: string) =>
          here<Refusal & Token>("POST", "/auth/password", { current_password, new_password })

        expect((await change(WRONG, NEXT_PASSWORD)).body).toMatchObject({ code: "password_wrong" })
        expect((await change(PASSWORD, "changing@example.com")).body).toMatchObject({
          code: "password_contains_email",
        })
        expect((await change(PASSWORD, "short")).body).toMatchObject({ code: "password_too_short" })
        expect((await elsewhere("GET", "/store/customers/me")).status).toBe(200)

        const changed = await change(PASSWORD, NEXT_PASSWORD)
        expect(changed.status).toBe(200)
        expect((await elsewhere("GET", "/store/customers/me")).status).toBe(401)
        expect((await here("GET", "/store/customers/me")).status).toBe(401)
        expect((await store(changed.body.token)("GET", "/store/customers/me")).status).toBe(200)
        expect((await login(newMachine(), "changing@example.com")).status).toBe(401)
        expect((await login(newMachine(), "changing@example.com", NEXT_PASSWORD)).status).toBe(200)
        expect((await lastMessage("changing@example.com")).template).toBe("password_changed")
      })

      it("admits five guesses of the current one, from any address", async () => {
        await createBuyer(container, "stolen@example.com")
        const { body } = await login(newMachine(), "stolen@example.com")
        const answers = await Promise.all(
          Array.from({ length: 20 }, () =>
            newMachine()(
              "POST",
              "/auth/password",
              { current_password: WRONG, new_password: NEXT_PASSWORD },
              { authorization: `Bearer ${body.token}` }
            )
          )
        )

        expect(count(answers, 400)).toBe(5)
        expect(count(answers, 429)).toBe(15)
        expect(
          (
            await anyone("POST", "/auth/password", {
              current_password: PASSWORD,
              new_password: NEXT_PASSWORD,
            })
          ).status
        ).toBe(401)
      })
    })

    describe("a store that is down", () => {
      it("does not open the door: attempts are counted in memory", async () => {
        await createBuyer(container, "outage@example.com")
        await sql("alter table throttle_counter rename to throttle_counter_away")
        try {
          const machine = newMachine()
          const answers = await Promise.all(
            Array.from({ length: 20 }, () => login(machine, "outage@example.com", WRONG))
          )
          expect(count(answers, 401)).toBe(5)
          expect(count(answers, 429)).toBe(15)
          expect((await login(newMachine(), "outage@example.com")).status).toBe(200)
        } finally {
          await sql("alter table throttle_counter_away rename to throttle_counter")
        }
      })

      it("keeps no address and no account in clear", async () => {
        await createBuyer(container, "private@example.com")
        await login(from("198.51.100.200"), "private@example.com", WRONG)
        const rows = await sql(
          "select key from throttle_counter where key like 'sign_in:account:%' or key like 'sign_in:pair:%'"
        )

        expect(rows.length).toBeGreaterThan(0)
        expect(JSON.stringify(rows)).not.toContain("private")
      })
    })

    /** What a success gives back is given back after its answer. */
    const settled = () => new Promise((done) => setTimeout(done, 60))

    /** Lets time go by for every counter. */
    const pass = (seconds: number) =>
      sql("update throttle_counter set expire = expire - ? where key not like '%:locks:%'", [seconds * 1000])

    /** By core's own provider, which the policy of ours stands in front of. */
    const hashOf = (password: string): Promise<string> => {
      const [Core] = emailpass.services as unknown as [
        new (cradle: object, options: object) => { hashPassword(password: string): Promise<string> },
      ]
      return new Core({}, {}).hashPassword(password)
    }
  },
})

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number

/** Medians within 15 %, or within `slack_ms` where both are too short for that to mean anything. */
function expectSameTime(left: number[], right: number[], slack_ms = 0) {
  const [a, b] = [median(left), median(right)]
  const difference = Math.abs(a - b)
  expect(difference).toBeLessThan(Math.max(0.15 * Math.max(a, b), slack_ms))
}

/** The claims of a token without what differs between any two logins. */
function shape(token: string | undefined) {
  const claims = JSON.parse(Buffer.from((token as string).split(".")[1] as string, "base64url").toString())

  return Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [
      name,
      name === "auth_identity_id"
        ? (value as string).replace(/[0-9A-Z]/g, "0")
        : ["iat", "exp", "born"].includes(name)
          ? typeof value
          : value,
    ])
  )
}
