import { createBuyer, createStaff, PASSWORD } from "../../helpers/people"
import { enrolAuthenticator } from "../../helpers/second-factor"
import { until } from "../../helpers/until"
import { type Actor, claimsOf, DAY, ended, forge, HOUR, MINUTE, type SessionSuite } from "./suite"

export function describeLives(suite: SessionSuite): void {
  const { address, sql, stranger, bearing, login, me, browser, openCookie, buyerWithToken, sessionRow } =
    suite

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
      const { email } = await createStaff(suite.place().container, "support", address())
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
      const { email } = await createStaff(suite.place().container, "finance", address())
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

      await sql("update access_session set last_seen_at = now() - interval '61 seconds' where id = ?", [sid])
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
      const buyer = await createBuyer(suite.place().container, address())
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
}
