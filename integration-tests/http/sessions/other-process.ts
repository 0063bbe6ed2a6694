import { createStaff } from "../../helpers/people"
import { ServerProcess } from "../../helpers/server-process"
import { ended, type SessionSuite } from "./suite"

export function describeOtherProcess(suite: SessionSuite): void {
  const { address, bearing, login, me, browser, openCookie, buyerWithToken } = suite

  describe("with a second server in a process of its own on the same database", () => {
    let second: ServerProcess

    beforeAll(async () => {
      second = await ServerProcess.start({ DATABASE_URL: suite.place().database_url })
    })
    afterAll(() => second?.kill())

    const there = (token: string) => bearing(token, {}, second.base_url)

    it("logging out everywhere at one ends tokens and cookies at the other with their next request", async () => {
      const { buyer, token } = await buyerWithToken()
      const cookie = await openCookie(token)
      const other = await login("customer", buyer.email)
      // Both servers have seen all of it, so that whatever they remember of it is in hand.
      for (const used of [token, other]) {
        expect((await me(used)).status).toBe(200)
        expect((await there(used)("GET", "/store/customers/me")).status).toBe(200)
      }
      expect((await browser(cookie)("GET", "/store/customers/me")).status).toBe(200)

      expect(await there(other)("POST", "/auth/logout-everywhere")).toMatchObject({
        status: 200,
        body: { success: true },
      })

      expect(await me(token)).toMatchObject(ended)
      expect(await me(other)).toMatchObject(ended)
      expect(await browser(cookie)("GET", "/store/customers/me")).toMatchObject(ended)
    })

    it("the same holds the other way round, for staff and for a single logout", async () => {
      const staff = await createStaff(suite.place().container, "operations", address())
      const [single, everywhere] = [await login("user", staff.email), await login("user", staff.email)]
      for (const used of [single, everywhere]) {
        expect((await there(used)("GET", "/admin/products")).status).toBe(200)
      }

      expect((await bearing(single)("POST", "/auth/logout")).status).toBe(200)
      expect(await there(single)("GET", "/admin/products")).toMatchObject(ended)
      expect((await there(everywhere)("GET", "/admin/products")).status).toBe(200)

      expect((await bearing(everywhere)("POST", "/auth/logout-everywhere")).status).toBe(200)
      expect(await there(everywhere)("GET", "/admin/products")).toMatchObject(ended)
    })
  })
}
