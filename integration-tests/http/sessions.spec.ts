import { connect } from "node:net"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateJwtToken, Modules } from "@medusajs/framework/utils"
import { deleteUsersWorkflow, generateResetPasswordTokenWorkflow } from "@medusajs/medusa/core-flows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { ACCESS_MODULE } from "../../src/modules/access"
import type AccessModuleService from "../../src/modules/access/service"
import { endSessionsWorkflow } from "../../src/workflows/access/workflows/end-sessions"
import { purgeSessionsWorkflow } from "../../src/workflows/access/workflows/purge-sessions"
import { changeVendorStatusWorkflow } from "../../src/workflows/vendor/workflows/change-vendor-status"
import { createMarketplace, type Marketplace } from "../helpers/create-marketplace"
import {
  type Answer,
  clientWith,
  createBuyer,
  createMember,
  createStaff,
  createUser,
  PASSWORD,
  type Person,
} from "../helpers/people"
import { enrolAuthenticator } from "../helpers/second-factor"

// Before the runner reads the configuration, which it does earlier than it applies its own `env` option.
process.env.GOOGLE_CLIENT_ID = "a-client.apps.googleusercontent.com"
process.env.GOOGLE_CLIENT_SECRET = "a-secret-of-google"
process.env.GOOGLE_CALLBACK_URL = "http://localhost:8000/auth/google"

jest.setTimeout(300_000)

type Actor = "customer" | "user"
type Claims = Record<string, unknown> & { sid: string; iat: number; exp: number; born: number }
type ShownSession = Record<string, unknown> & { id: string }

const FIREFOX = "Mozilla/5.0 (Android 14; Mobile; rv:128.0) Gecko/128.0 Firefox/128.0"
const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ getContainer, api }) => {
    let container: MedusaContainer
    let market: Marketplace
    let baseUrl: string
    let staffOwner: Person

    beforeAll(async () => {
      container = getContainer()
      market = await createMarketplace(container, { vendors: 1 })
      staffOwner = await createStaff(container, "owner")
      baseUrl = api.defaults.baseURL
    })

    let people = 0
    const address = () => `person-${++people}@example.com`
    const sql = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
      (await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(text, values as string[])).rows
    const stranger = () => clientWith(baseUrl, { "x-publishable-api-key": market.publishable_key })
    const bearing = (token: string, more: Record<string, string> = {}) =>
      clientWith(baseUrl, {
        "x-publishable-api-key": market.publishable_key,
        authorization: `Bearer ${token}`,
        ...more,
      })
    const login = async (actor: Actor, email: string, headers: Record<string, string> = {}) => {
      const { status, body } = await stranger()<{ token: string }>(
        "POST",
        `/auth/${actor}/emailpass`,
        { email, password: PASSWORD },
        headers
      )
      expect(status).toBe(200)

      return body.token
    }
    const claimsOf = (token: string): Claims =>
      JSON.parse(Buffer.from(token.split(".")[1]!, "base64url").toString())
    /** Signs as only the server can: to prove that a signature alone opens nothing. */
    const forge = (claims: Record<string, unknown>) =>
      generateJwtToken(claims, { secret: process.env.JWT_SECRET!, expiresIn: HOUR })
    const me = (token: string) => bearing(token)("GET", "/store/customers/me")
    const setCookieOf = ({ headers }: Answer<unknown>) => headers.getSetCookie()[0] ?? ""
    const cookieOf = (answer: Answer<unknown>) => setCookieOf(answer).split(";")[0]!
    /** A page of the storefront: a change by cookie is refused without its origin. */
    const browser = (cookie: string) =>
      clientWith(baseUrl, {
        "x-publishable-api-key": market.publishable_key,
        cookie,
        origin: "http://localhost:8000",
      })
    const openCookie = async (token: string, headers: Record<string, string> = {}) =>
      cookieOf(await bearing(token, headers)("POST", "/auth/session"))
    const buyerWithToken = async () => {
      const buyer = await createBuyer(container, address())

      return { buyer, token: await login("customer", buyer.email) }
    }
    const sessionRow = async (token: string) => {
      const [row] = await sql<{
        started_at: Date
        last_seen_at: Date
        expires_at: Date
        revoked_because: string
      }>("select * from access_session where id = ?", [claimsOf(token).sid])
      return row!
    }
    const ended = { status: 401, body: { code: "session_ended" } }

    describe("a token that has ended is refused", () => {
      it("after logout, by bearer and by cookie alike, on every surface and on core's own routes", async () => {
        const { token } = await buyerWithToken()
        const cookie = await openCookie(token)
        expect((await me(token)).status).toBe(200)
        expect((await browser(cookie)("GET", "/store/customers/me")).status).toBe(200)

        expect(await bearing(token)("POST", "/auth/logout")).toMatchObject({
          status: 200,
          body: { success: true },
        })

        expect(await me(token)).toMatchObject(ended)
        expect(await browser(cookie)("GET", "/store/customers/me")).toMatchObject(ended)
        expect(await bearing(token)("POST", "/auth/token/refresh")).toMatchObject(ended)
        expect(await bearing(token)("POST", "/auth/session")).toMatchObject(ended)
        expect(await bearing(token)("GET", "/auth/mfa/factors")).toMatchObject(ended)
        expect(await bearing(token)("GET", "/auth/sessions")).toMatchObject(ended)
        expect(await browser(cookie)("POST", "/auth/token/refresh")).toMatchObject({ status: 401 })
      })

      it("after the cookie's own logout, which also ends the token that the cookie was made of", async () => {
        const email = "owner@staff.example.com"
        const token = await login("user", email)
        const cookie = await openCookie(token)
        expect((await browser(cookie)("GET", "/admin/products")).status).toBe(200)

        const answer = await browser(cookie)("DELETE", "/auth/session")

        expect(answer).toMatchObject({ status: 200, body: { success: true } })
        expect(setCookieOf(answer)).toMatch(/^connect\.sid=;.*Expires=Thu, 01 Jan 1970/)
        expect(await bearing(token)("GET", "/admin/products")).toMatchObject(ended)
        expect(await browser(cookie)("GET", "/admin/products")).toMatchObject({
          status: 401,
          body: { code: "sign_in_required" },
        })
      })

      it("after logging out everywhere, on all devices; a new sign-in in the same second holds", async () => {
        const { buyer, token } = await buyerWithToken()
        const other = await login("customer", buyer.email)
        const cookie = await openCookie(other)

        expect(await bearing(token)("POST", "/auth/logout-everywhere")).toMatchObject({
          status: 200,
          body: { success: true, ended_sessions: 2 },
        })

        const fresh = await login("customer", buyer.email)
        expect((await me(fresh)).status).toBe(200)
        expect(await me(token)).toMatchObject(ended)
        expect(await me(other)).toMatchObject(ended)
        expect(await browser(cookie)("GET", "/store/customers/me")).toMatchObject(ended)
      })

      it("after the password was changed by a reset token", async () => {
        const { buyer, token } = await buyerWithToken()
        const { result: reset } = await generateResetPasswordTokenWorkflow(container).run({
          input: {
            entityId: buyer.email,
            provider: "emailpass",
            actorType: "customer",
            secret: process.env.JWT_SECRET!,
          },
        })

        expect(
          await bearing(reset)("POST", "/auth/customer/emailpass/update", {
            password: "another, longer password",
          })
        ).toMatchObject({ status: 200, body: { success: true } })

        expect(await me(token)).toMatchObject(ended)
        expect((await sessionRow(token)).revoked_because).toBe("password changed")
        expect(
          await bearing(reset)("POST", "/auth/customer/emailpass/update", {
            password: "yet another password",
          })
        ).toMatchObject({ status: 401 })
      })

      it("after a shop was suspended, while its people may sign in again at once", async () => {
        const vendorId = market.vendors[0]!.id
        const member = await createMember(container, vendorId, "owner", address())
        const token = await login("user", member.email)
        const outsider = await login("user", (await createUser(container, address())).email)
        const stranded = await bearing(token)("GET", "/vendor/me")
        expect(stranded.status).not.toBe(401)

        await changeVendorStatusWorkflow(container).run({
          input: { vendor_id: vendorId, to: "suspended", actor: "user_staff", reason: "papers" },
        })

        expect(await bearing(token)("GET", "/vendor/me")).toMatchObject(ended)
        expect((await sessionRow(token)).revoked_because).toBe("shop suspended")
        expect((await bearing(outsider)("GET", "/vendor/me")).body).not.toMatchObject(ended.body)
        const again = await login("user", member.email)
        expect((await bearing(again)("GET", "/vendor/me")).status).not.toBe(401)
      })

      it("at the very next request when another process has ended it in the database", async () => {
        const { buyer, token } = await buyerWithToken()
        expect((await me(token)).status).toBe(200)
        await sql("update access_session set revoked_at = now() where id = ?", [claimsOf(token).sid])
        expect(await me(token)).toMatchObject(ended)

        const marked = await login("customer", buyer.email)
        expect((await me(marked)).status).toBe(200)
        await sql(
          `insert into access_mark (auth_identity_id, revoked_before) values (?, now() + interval '2 seconds')
           on conflict (auth_identity_id) do update set revoked_before = excluded.revoked_before`,
          [buyer.auth_identity_id]
        )
        expect(await me(marked)).toMatchObject(ended)
      })

      it("when its user or buyer was deleted, cookie and token alike", async () => {
        const staff = await createStaff(container, "operations", address())
        const token = await login("user", staff.email)
        const cookie = await openCookie(token)
        expect((await bearing(token)("GET", "/admin/products")).status).toBe(200)
        await deleteUsersWorkflow(container).run({ input: { ids: [staff.id] } })

        expect(await bearing(token)("GET", "/admin/products")).toMatchObject(ended)
        expect(await browser(cookie)("GET", "/admin/products")).toMatchObject(ended)
        expect(await bearing(token)("POST", "/auth/token/refresh")).toMatchObject(ended)

        const { buyer, token: bought } = await buyerWithToken()
        await container.resolve(Modules.CUSTOMER).softDeleteCustomers([buyer.id])
        expect(await me(bought)).toMatchObject(ended)
      })

      it("when it names no session, somebody else's, or one of another actor, however well it is signed", async () => {
        const { token } = await buyerWithToken()
        const { token: victim } = await buyerWithToken()
        const own = claimsOf(token)
        const { iat: _iat, exp: _exp, sid: _sid, ...claims } = own

        expect(await me(forge(claims))).toMatchObject(ended)
        expect(await me(forge({ ...claims, sid: claimsOf(victim).sid }))).toMatchObject(ended)
        expect(
          await me(forge({ ...claims, sid: own.sid, actor_id: claimsOf(victim).actor_id }))
        ).toMatchObject(ended)
        expect(
          await bearing(forge({ ...claims, sid: claimsOf(victim).sid }))("POST", "/auth/token/refresh")
        ).toMatchObject(ended)
        // The same words with the session that they belong to are let in.
        expect((await me(forge({ ...claims, sid: own.sid }))).status).toBe(200)
      })

      it("but an old token in hand does not keep anybody from signing in", async () => {
        const { buyer, token } = await buyerWithToken()
        const cookie = await openCookie(token)
        await bearing(token)("POST", "/auth/logout")

        const fresh = await login("customer", buyer.email, { authorization: `Bearer ${token}`, cookie })

        expect((await me(fresh)).status).toBe(200)
      })
    })

    describe("the life of a session", () => {
      it("is as long as the actor's, and its renewal keeps the session and never passes the oldest age", async () => {
        const { token } = await buyerWithToken()
        const first = claimsOf(token)
        expect(first.exp - first.iat).toBeGreaterThan(DAY - MINUTE)
        expect(first.exp - first.iat).toBeLessThanOrEqual(DAY)

        const age = async (seconds: number) =>
          sql("update access_session set started_at = now() - make_interval(secs => ?) where id = ?", [
            seconds,
            first.sid,
          ])
        await age(29 * DAY + 23 * HOUR)
        const renewed = await bearing(token)<{ token: string }>("POST", "/auth/token/refresh")
        const second = claimsOf(renewed.body.token)
        expect(second.sid).toBe(first.sid)
        expect(second.exp - second.iat).toBeGreaterThan(HOUR - MINUTE)
        expect(second.exp - second.iat).toBeLessThanOrEqual(HOUR)
        const left = (await sessionRow(token)).expires_at.getTime() - Date.now()
        expect(left).toBeLessThanOrEqual(HOUR * 1000)

        await age(30 * DAY + 1)
        expect(await bearing(renewed.body.token)("POST", "/auth/token/refresh")).toMatchObject(ended)
      })

      it("is an hour for users, twelve at most", async () => {
        const { email } = await createStaff(container, "support", address())
        const token = await login("user", email)
        const { exp, iat, sid } = claimsOf(token)
        expect(exp - iat).toBeLessThanOrEqual(HOUR)
        expect(exp - iat).toBeGreaterThan(HOUR - MINUTE)

        await sql(
          "update access_session set started_at = now() - interval '11 hours 59 minutes' where id = ?",
          [sid]
        )
        const { body } = await bearing(token)<{ token: string }>("POST", "/auth/token/refresh")
        const renewed = claimsOf(body.token)
        expect(renewed.exp - renewed.iat).toBeLessThanOrEqual(MINUTE)
      })

      it("ends for a cookie with its session, and using the cookie renews it up to the oldest age", async () => {
        const { email } = await createStaff(container, "finance", address())
        const token = await login("user", email)
        const cookie = await openCookie(token)
        const { sid } = claimsOf(token)
        const shift = (change: string) => sql(`update access_session set ${change} where id = ?`, [sid])

        await shift(
          "started_at = now() - interval '11 hours 30 minutes', last_seen_at = now() - interval '2 minutes', expires_at = now() + interval '1 minute'"
        )
        expect((await browser(cookie)("GET", "/admin/products")).status).toBe(200)
        const left = async () => ((await sessionRow(token)).expires_at.getTime() - Date.now()) / 1000
        await until(async () => (await left()) > 20 * MINUTE)
        expect(await left()).toBeLessThanOrEqual(30 * MINUTE)

        await shift("expires_at = now() - interval '1 second'")
        expect(await browser(cookie)("GET", "/admin/products")).toMatchObject(ended)
      })

      it("notes its last use once a minute at most, which does not renew a token's session", async () => {
        const { token } = await buyerWithToken()
        const { sid } = claimsOf(token)
        await me(token)
        const before = await sessionRow(token)
        await me(token)
        expect((await sessionRow(token)).last_seen_at).toEqual(before.last_seen_at)

        await sql("update access_session set last_seen_at = now() - interval '61 seconds' where id = ?", [
          sid,
        ])
        await me(token)
        await until(async () => Date.now() - (await sessionRow(token)).last_seen_at.getTime() < 10_000)
        expect((await sessionRow(token)).expires_at).toEqual(before.expires_at)
      })
    })

    describe("a token without an account", () => {
      const register = async (actor: Actor = "customer", email = address()) => {
        const { body } = await stranger()<{ token: string }>("POST", `/auth/${actor}/emailpass/register`, {
          email,
          password: PASSWORD,
        })

        return body.token
      }

      it("has no session, lives half an hour, and opens nothing", async () => {
        const token = await register()
        const claims = claimsOf(token)
        expect(claims.sid).toBeUndefined()
        expect(claims.exp - claims.iat).toBeLessThanOrEqual(30 * MINUTE)
        expect(
          await sql("select id from access_session where auth_identity_id = ?", [claims.auth_identity_id])
        ).toEqual([])

        expect(await me(token)).toMatchObject({ status: 401, body: { code: "sign_in_required" } })
        expect(await bearing(token)("GET", "/auth/sessions")).toMatchObject({
          status: 401,
          body: { code: "sign_in_required" },
        })
        const user = await register("user")
        for (const path of ["/admin/products", "/vendor/orders"]) {
          expect(await bearing(user)("GET", path)).toMatchObject({
            status: 401,
            body: { code: "sign_in_required" },
          })
        }
      })

      it("keeps its birth when renewed, so that it cannot be kept alive", async () => {
        const token = await register()
        const { iat: _iat, exp: _exp, ...claims } = claimsOf(token)
        const old = forge({ ...claims, born: Date.now() - 29 * MINUTE * 1000 })

        const { body } = await bearing(old)<{ token: string }>("POST", "/auth/token/refresh")
        const renewed = claimsOf(body.token)
        expect(renewed.exp - renewed.iat).toBeLessThanOrEqual(MINUTE)
        const dead = forge({ ...claims, born: Date.now() - 31 * MINUTE * 1000 })
        expect(await bearing(dead)("POST", "/auth/token/refresh")).toMatchObject(ended)
        expect(
          await bearing(dead)("POST", "/store/customers", { email: address(), first_name: "Ada" })
        ).toMatchObject(ended)
      })

      it("is all that a login gets which owes a second factor, until it is shown", async () => {
        const buyer = await createBuyer(container, address())
        const authenticator = await enrolAuthenticator(bearing(await login("customer", buyer.email)))
        const rows = async () =>
          (await sql("select id from access_session where actor_id = ?", [buyer.id])).length
        const before = await rows()

        const { body } = await stranger()<{ token: string; mfa_challenge: { id: string } }>(
          "POST",
          "/auth/customer/emailpass",
          { email: buyer.email, password: PASSWORD }
        )

        expect(claimsOf(body.token)).toMatchObject({ actor_id: "", born: expect.any(Number) })
        expect(claimsOf(body.token).sid).toBeUndefined()
        expect(await rows()).toBe(before)
        expect(await me(body.token)).toMatchObject({ status: 401 })
        expect(await bearing(body.token)("GET", "/auth/sessions")).toMatchObject({ status: 401 })

        const shown = await bearing(body.token)<{ token: string }>(
          "POST",
          `/auth/mfa/challenges/${body.mfa_challenge.id}/verify`,
          { method: "totp", code: await authenticator.code() }
        )
        expect(shown).toMatchObject({ status: 200 })
        expect((await me(shown.body.token)).status).toBe(200)
        expect(await rows()).toBe(before + 1)

        await bearing(shown.body.token)("POST", "/auth/logout-everywhere")
        expect(await bearing(body.token)("POST", "/auth/token/refresh")).toMatchObject(ended)
      })

      it("held in a cookie ends at the same moment", async () => {
        const token = await register()
        const { iat: _iat, exp: _exp, ...claims } = claimsOf(token)
        const cookie = await openCookie(forge({ ...claims, born: Date.now() - 30 * MINUTE * 1000 + 1500 }))
        expect(cookie).toMatch(/^connect\.sid=/)
        await new Promise((resolve) => setTimeout(resolve, 1600))

        expect(
          await browser(cookie)("POST", "/store/customers", { email: address(), first_name: "Ada" })
        ).toMatchObject({ status: 401 })
        expect(await browser(cookie)("POST", "/auth/token/refresh")).toMatchObject({ status: 401 })
      })

      it("becomes a session with the account that is made of it", async () => {
        const email = address()
        const token = await register("customer", email)
        const made = await bearing(token)("POST", "/store/customers", { email, first_name: "Ada" })
        expect(made).toMatchObject({ status: 200, body: { customer: { email } } })
        const { body } = await bearing(token)<{ token: string }>("POST", "/auth/token/refresh")

        expect(claimsOf(body.token).sid).toMatch(/^ases_/)
        expect((await me(body.token)).status).toBe(200)
      })
    })

    describe("a sign-in by cookie", () => {
      it("has an id that nobody could have planted before, and the planted one is worth nothing", async () => {
        const { token: attacker } = await buyerWithToken()
        const planted = await openCookie(attacker)
        const { buyer, token } = await buyerWithToken()

        const answer = await bearing(token, { cookie: planted })("POST", "/auth/session")

        const own = cookieOf(answer)
        expect(own).toMatch(/^connect\.sid=/)
        expect(own).not.toBe(planted)
        expect((await browser(own)("GET", "/store/customers/me")).body).toMatchObject({
          customer: { id: buyer.id },
        })
        expect(await browser(planted)("GET", "/store/customers/me")).toMatchObject({ status: 401 })
      })

      it("is read by no script and sent by no other site's form", async () => {
        const { token } = await buyerWithToken()
        const set = setCookieOf(await bearing(token)("POST", "/auth/session"))

        expect(set).toMatch(/; HttpOnly/)
        expect(set).toMatch(/; SameSite=Lax/)
      })
    })

    describe("the list of sessions", () => {
      const sessionsOf = async (token: string, query = "") =>
        (await bearing(token)<{ sessions: ShownSession[]; count: number }>("GET", `/auth/sessions${query}`))
          .body

      it("shows one's own living sessions with device and time, and nobody else's", async () => {
        const buyer = await createBuyer(container, address())
        const phone = await login("customer", buyer.email, { "user-agent": FIREFOX })
        const gone = await login("customer", buyer.email)
        await bearing(gone)("POST", "/auth/logout")
        const expired = await login("customer", buyer.email)
        await sql("update access_session set expires_at = now() where id = ?", [claimsOf(expired).sid])
        await buyerWithToken()
        const token = await login("customer", buyer.email)

        const { sessions, count } = await sessionsOf(token)

        expect(count).toBe(2)
        expect(new Set(sessions.map(({ id }) => id))).toEqual(
          new Set([claimsOf(phone).sid, claimsOf(token).sid])
        )
        expect(sessions.find(({ id }) => id === claimsOf(phone).sid)).toEqual({
          id: claimsOf(phone).sid,
          device: "Firefox 128.0 on Android 14",
          ip_address: expect.stringMatching(/127\.0\.0\.1|::1/),
          started_at: expect.any(String),
          last_seen_at: expect.any(String),
          expires_at: expect.any(String),
          is_current: false,
          is_impersonated: false,
        })
        expect(sessions.find(({ id }) => id === claimsOf(token).sid)).toMatchObject({ is_current: true })
        expect((await sessionsOf(token, "?limit=1&offset=1&order=started_at")).sessions).toMatchObject([
          { id: claimsOf(token).sid },
        ])
        expect(await bearing(token)("GET", "/auth/sessions?fields=auth_identity_id")).toMatchObject({
          status: 400,
        })
        expect(await bearing(token)("GET", "/auth/sessions?limit=101")).toMatchObject({ status: 400 })
      })

      it("works for users by cookie as well", async () => {
        const token = await login("user", "owner@staff.example.com")
        const answer = await browser(await openCookie(token))<{ sessions: ShownSession[] }>(
          "GET",
          "/auth/sessions"
        )

        expect(answer.body.sessions.find(({ is_current }) => is_current)).toMatchObject({
          id: claimsOf(token).sid,
        })
      })

      it("ends one of one's own; another person's is not found and stays", async () => {
        const { buyer, token } = await buyerWithToken()
        const other = await login("customer", buyer.email)
        const { token: victim } = await buyerWithToken()
        const end = (id: string) => bearing(token)("DELETE", `/auth/sessions/${id}`)

        expect(await end(claimsOf(victim).sid)).toMatchObject({
          status: 404,
          body: { code: "session_not_found" },
        })
        expect((await me(victim)).status).toBe(200)
        expect(await end("ases_unknown")).toMatchObject({ status: 404, body: { code: "session_not_found" } })
        const { sid } = claimsOf(other)
        expect(await end(sid)).toMatchObject({
          status: 200,
          body: { id: sid, object: "session", deleted: true },
        })
        expect(await me(other)).toMatchObject(ended)
        expect(await end(sid)).toMatchObject({ status: 404 })
        expect((await me(token)).status).toBe(200)
      })

      it("shows staff who act under one's name, without their device; they see and end nothing themselves", async () => {
        const { buyer, token } = await buyerWithToken()
        const acting = await login("customer", buyer.email, { "user-agent": FIREFOX })
        await sql(
          `update access_session set impersonator_user_id = ?, impersonation_reason = 'asked for help' where id = ?`,
          [staffOwner.id, claimsOf(acting).sid]
        )

        expect((await sessionsOf(token)).sessions).toContainEqual(
          expect.objectContaining({
            id: claimsOf(acting).sid,
            is_impersonated: true,
            device: null,
            ip_address: null,
          })
        )
        for (const [method, path] of [
          ["GET", "/auth/sessions"],
          ["DELETE", `/auth/sessions/${claimsOf(token).sid}`],
          ["POST", "/auth/logout-everywhere"],
          ["POST", "/auth/token/refresh"],
        ] as const) {
          expect(await bearing(acting)(method, path)).toMatchObject({
            status: 403,
            body: { code: "impersonation_refused" },
          })
        }
        expect(await bearing(token)("DELETE", `/auth/sessions/${claimsOf(acting).sid}`)).toMatchObject({
          status: 200,
        })
        expect(await me(acting)).toMatchObject(ended)
      })
    })

    describe("the doors that Medusa leaves open", () => {
      it("nobody becomes a user of the admin by proving an e-mail", async () => {
        const { body } = await stranger()<{ token: string }>("POST", "/auth/user/emailpass/register", {
          email: address(),
          password: PASSWORD,
        })
        const users = () => sql('select id from "user"')
        const before = (await users()).length

        for (const path of [
          "/auth/emailpass/user",
          "/auth/google/user",
          "/auth/GOOGLE/user/",
          "/AUTH/emailpass/USER",
          "/auth/emailpass/us%65r",
        ]) {
          const { status } = await bearing(body.token)("POST", path)
          expect([path, status]).toEqual([path, expect.any(Number)])
          expect([400, 403, 404]).toContain(status)
        }
        expect(await bearing(body.token)("POST", "/auth/emailpass/user")).toMatchObject({
          status: 403,
          body: { code: "route_closed" },
        })
        expect(await users()).toHaveLength(before)
      })

      it("Google signs in buyers alone", async () => {
        const { body } = await stranger()<{ location: string }>("GET", "/auth/customer/google")
        const location = new URL(body.location)
        expect(location.origin).toBe("https://accounts.google.com")
        expect(Object.fromEntries(location.searchParams)).toMatchObject({
          client_id: process.env.GOOGLE_CLIENT_ID,
          redirect_uri: process.env.GOOGLE_CALLBACK_URL,
          response_type: "code",
          state: expect.stringMatching(/^[0-9a-f]{64}$/),
        })
        for (const path of ["/auth/user/google", "/auth/user/google/callback?code=c&state=s"]) {
          expect(await stranger()("GET", path)).toMatchObject({ status: 400, body: { code: "not_allowed" } })
          expect(await stranger()("POST", path)).toMatchObject({ status: 400, body: { code: "not_allowed" } })
        }
        expect(
          await stranger()("GET", "/auth/customer/google/callback?code=stolen&state=guessed")
        ).toMatchObject({ status: 401 })
      })

      it.each(["vendor", "api-key", "admin", "__proto__", "constructor", "Customer", "sessions"])(
        "nobody signs in as %s, which no list names",
        async (actor) => {
          const credentials = { email: address(), password: PASSWORD }
          const answers = await Promise.all([
            stranger()("POST", `/auth/${actor}/emailpass`, credentials),
            stranger()("POST", `/auth/${actor}/emailpass/register`, credentials),
            stranger()("POST", `/auth/${actor}/google`, credentials),
            stranger()("GET", `/auth/${actor}/google`),
            stranger()("GET", `/auth/${actor}/google/callback?code=c&state=s`),
            stranger()("GET", `/auth/${actor}/providers`),
            stranger()("POST", `/auth/${actor}/emailpass/reset-password`, { identifier: credentials.email }),
          ])

          for (const answer of answers) {
            expect(answer).toMatchObject({ status: 400, body: { code: "auth_actor_unknown" } })
          }
        }
      )

      it("no spelling of an address gets around a guard", async () => {
        for (const path of [
          `${baseUrl}/auth/vendor/emailpass`,
          "/auth/vendor/emailpass#x",
          "/auth\\vendor\\emailpass#",
          "/auth/google/user#",
          "/auth/google/user?x#y",
        ]) {
          expect([path, await raw(baseUrl, path)]).toEqual([
            path,
            { status: 400, body: expect.objectContaining({ code: "request_malformed" }) },
          ])
        }
        expect(await raw(baseUrl, "/auth/vendor/emailpass?q=%C3%A0&x[]=1")).toMatchObject({
          status: 400,
          body: { code: "auth_actor_unknown" },
        })
      })

      it("a 401 carries a code everywhere", async () => {
        for (const [method, path] of [
          ["GET", "/admin/products"],
          ["GET", "/vendor/orders"],
          ["GET", "/store/customers/me"],
          ["POST", "/auth/session"],
          ["DELETE", "/auth/session"],
          ["POST", "/auth/token/refresh"],
          ["POST", "/auth/logout"],
          ["POST", "/auth/logout-everywhere"],
          ["GET", "/auth/sessions"],
          ["DELETE", "/auth/sessions/ases_1"],
          ["POST", "/auth/mfa/factors"],
        ] as const) {
          expect([path, await stranger()(method, path)]).toMatchObject([
            path,
            { status: 401, body: { code: "sign_in_required", message: expect.any(String) } },
          ])
        }
        const { body } = await stranger()("POST", "/auth/customer/emailpass", {
          email: "nobody@example.com",
          password: "wrong",
        })
        expect(body.code).toBeTruthy()
      })

      it("a second factor that is asked for and not shown is told by its code on /admin", async () => {
        const staff: Person = await createStaff(container, "catalogue", address())
        const { iat: _iat, exp: _exp, ...claims } = claimsOf(await login("user", staff.email))

        expect(
          await bearing(forge({ ...claims, mfa_enabled: true }))("GET", "/admin/products")
        ).toMatchObject({
          status: 401,
          body: { code: "mfa_required" },
        })
      })
    })

    describe("ending sessions in a workflow", () => {
      it("ends those of one actor only, and can be taken back as it was", async () => {
        const { buyer, token } = await buyerWithToken()
        const { token: other } = await buyerWithToken()
        const access = container.resolve<AccessModuleService>(ACCESS_MODULE)
        const gone = await login("customer", buyer.email)
        await bearing(gone)("POST", "/auth/logout")

        const ending = await access.endSessionsOfActor({
          actor_type: "customer",
          actor_id: buyer.id,
          because: "role changed",
        })
        expect(ending.ids).toEqual([claimsOf(token).sid])
        expect(await me(token)).toMatchObject(ended)
        expect((await me(other)).status).toBe(200)

        await access.reviveSessions(ending)
        expect((await me(token)).status).toBe(200)
        expect(await me(gone)).toMatchObject(ended)

        const everywhere = await access.endSessionsOfLogin({
          auth_identity_id: buyer.auth_identity_id,
          because: "a test",
        })
        await access.reviveSessions(everywhere)
        expect((await me(token)).status).toBe(200)
        expect(
          (
            await endSessionsWorkflow(container).run({
              input: { actor_type: "customer", actor_id: [], because: "nobody" },
            })
          ).result
        ).toEqual({ ids: [] })
      })

      it("forgets sessions a month after they expired, in batches, and no others", async () => {
        const { buyer, token } = await buyerWithToken()
        const old = await Promise.all([1, 2, 3].map(() => login("customer", buyer.email)))
        const recent = await login("customer", buyer.email)
        for (const one of old) {
          await sql("update access_session set expires_at = now() - interval '31 days' where id = ?", [
            claimsOf(one).sid,
          ])
        }
        await sql("update access_session set expires_at = now() - interval '29 days' where id = ?", [
          claimsOf(recent).sid,
        ])
        const purge = async (batch_size: number, max_batches: number) =>
          (
            await purgeSessionsWorkflow(container).run({
              input: { days_after_expiry: 30, batch_size, max_batches },
            })
          ).result.removed

        expect(await purge(1, 2)).toBe(2)
        expect(await purge(2, 2)).toBe(1)
        const left = await sql<{ id: string }>("select id from access_session where actor_id = ?", [buyer.id])
        expect(new Set(left.map(({ id }) => id))).toEqual(
          new Set([claimsOf(token).sid, claimsOf(recent).sid])
        )
      })
    })
  },
})

/** Sends an address byte for byte: `fetch` would tidy it up. */
function raw(baseUrl: string, path: string): Promise<{ status?: number; body: unknown }> {
  const { hostname, port } = new URL(baseUrl)

  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(
        Buffer.from(
          `POST ${path} HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`,
          "latin1"
        )
      )
    })
    let text = ""
    socket.on("data", (chunk) => {
      text += chunk.toString()
    })
    socket.on("error", reject)
    socket.on("end", () => {
      const [head = "", body = ""] = text.split("\r\n\r\n")
      resolve({ status: Number(head.split(" ")[1]), body: body.startsWith("{") ? JSON.parse(body) : body })
    })
  })
}

/** For what is written beside a request. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 50 && !(await holds()); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  expect(await holds()).toBe(true)
}
