import { Modules } from "@medusajs/framework/utils"
import { deleteUsersWorkflow, generateResetPasswordTokenWorkflow } from "@medusajs/medusa/core-flows"
import { changeVendorStatusWorkflow } from "../../../src/workflows/vendor/workflows/change-vendor-status"
import { createMember, createStaff, createUser } from "../../helpers/people"
import { claimsOf, ended, forge, type SessionSuite, setCookieOf } from "./suite"

export function describeEndedTokens(suite: SessionSuite): void {
  const { address, sql, bearing, login, me, browser, openCookie, buyerWithToken, sessionRow } = suite

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
      const { result: reset } = await generateResetPasswordTokenWorkflow(suite.place().container).run({
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
      const vendorId = suite.place().market.vendors[0]!.id
      const member = await createMember(suite.place().container, vendorId, "owner", address())
      const token = await login("user", member.email)
      const outsider = await login("user", (await createUser(suite.place().container, address())).email)
      const stranded = await bearing(token)("GET", "/vendor/me")
      expect(stranded.status).not.toBe(401)

      await changeVendorStatusWorkflow(suite.place().container).run({
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
      const staff = await createStaff(suite.place().container, "operations", address())
      const token = await login("user", staff.email)
      const cookie = await openCookie(token)
      expect((await bearing(token)("GET", "/admin/products")).status).toBe(200)
      await deleteUsersWorkflow(suite.place().container).run({ input: { ids: [staff.id] } })

      expect(await bearing(token)("GET", "/admin/products")).toMatchObject(ended)
      expect(await browser(cookie)("GET", "/admin/products")).toMatchObject(ended)
      expect(await bearing(token)("POST", "/auth/token/refresh")).toMatchObject(ended)

      const { buyer, token: bought } = await buyerWithToken()
      await suite.place().container.resolve(Modules.CUSTOMER).softDeleteCustomers([buyer.id])
      expect(await me(bought)).toMatchObject(ended)
    })

    it("when it names no session, somebody else's, or one of another actor, however well it is signed", async () => {
      const { token } = await buyerWithToken()
      const { token: victim } = await buyerWithToken()
      const own = claimsOf(token)
      const { iat: _iat, exp: _exp, sid: _sid, ...claims } = own

      expect(await me(forge(claims))).toMatchObject(ended)
      expect(await me(forge({ ...claims, sid: claimsOf(victim).sid }))).toMatchObject(ended)
      expect(await me(forge({ ...claims, sid: own.sid, actor_id: claimsOf(victim).actor_id }))).toMatchObject(
        ended
      )
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
}
