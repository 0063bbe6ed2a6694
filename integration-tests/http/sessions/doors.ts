import { connect } from "node:net"
import { createStaff, PASSWORD, type Person } from "../../helpers/people"
import { claimsOf, forge, type SessionSuite } from "./suite"

export function describeDoors(suite: SessionSuite): void {
  const { address, sql, stranger, bearing, login } = suite

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
        `${suite.place().base_url}/auth/vendor/emailpass`,
        "/auth/vendor/emailpass#x",
        "/auth\\vendor\\emailpass#",
        "/auth/google/user#",
        "/auth/google/user?x#y",
      ]) {
        expect([path, await raw(suite.place().base_url, path)]).toEqual([
          path,
          { status: 400, body: expect.objectContaining({ code: "request_malformed" }) },
        ])
      }
      expect(await raw(suite.place().base_url, "/auth/vendor/emailpass?q=%C3%A0&x[]=1")).toMatchObject({
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
      const staff: Person = await createStaff(suite.place().container, "catalogue", address())
      const { iat: _iat, exp: _exp, ...claims } = claimsOf(await login("user", staff.email))

      expect(await bearing(forge({ ...claims, mfa_enabled: true }))("GET", "/admin/products")).toMatchObject({
        status: 401,
        body: { code: "mfa_required" },
      })
    })
  })
}

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
