import { createBuyer, PASSWORD } from "../../helpers/people"
import {
  claimsOf,
  cookieOf,
  ended,
  FIREFOX,
  type SessionSuite,
  type ShownSession,
  setCookieOf,
} from "./suite"

export function describeCookiesAndLists(suite: SessionSuite): void {
  const { address, sql, bearing, login, me, browser, openCookie, buyerWithToken } = suite

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

  describe("a sign-in by cookie that changes its password", () => {
    it("goes on under another cookie, and the old one has ended", async () => {
      const { buyer, token } = await buyerWithToken()
      const old = await openCookie(token)

      const changed = await browser(old)("POST", "/auth/password", {
        current_password: PASSWORD,
        new_password: "another long password",
      })

      expect(changed).toMatchObject({ status: 200, body: { token: expect.any(String) } })
      const own = cookieOf(changed)
      expect(own).not.toBe(old)
      expect((await browser(own)("GET", "/store/customers/me")).body).toMatchObject({
        customer: { id: buyer.id },
      })
      expect((await browser(old)("GET", "/store/customers/me")).status).toBe(401)
      expect((await me(token)).status).toBe(401)
    })
  })

  describe("the list of sessions", () => {
    const sessionsOf = async (token: string, query = "") =>
      (await bearing(token)<{ sessions: ShownSession[]; count: number }>("GET", `/auth/sessions${query}`))
        .body

    it("shows one's own living sessions with device and time, and nobody else's", async () => {
      const buyer = await createBuyer(suite.place().container, address())
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
        [suite.place().staff_owner.id, claimsOf(acting).sid]
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
}
