import { lastMessage } from "../../helpers/outbox"
import { PASSWORD } from "../../helpers/people"
import { cookieOf } from "../sessions/suite"
import { type LimitSuite, NEXT_PASSWORD, type Refusal, WRONG } from "./suite"

export function describeWhoIsCharged(suite: LimitSuite): void {
  const { from, newMachine, bearing, createBuyer, login } = suite

  describe("a request with the cookie of one person and the token of another", () => {
    const signedIn = async (email: string) => {
      await createBuyer(email)
      const { token } = (await login(newMachine(), email)).body
      const cookie = cookieOf(await bearing(token)("POST", "/auth/session"))

      return { token, cookie }
    }
    let hosts = 0
    /** A guess at the password, each from another address. */
    const guess = ({ token, cookie }: { token?: string; cookie?: string }, current_password = WRONG) =>
      from(`198.18.0.${++hosts}`)<Refusal>(
        "POST",
        "/auth/password",
        { current_password, new_password: NEXT_PASSWORD },
        {
          // A page of the storefront: a change by cookie is refused without its origin.
          ...(cookie ? { cookie, origin: "http://localhost:8000" } : {}),
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        }
      )

    it("counts against the one whose password is guessed, whatever token comes along", async () => {
      const victim = await signedIn("by-cookie@example.com")
      const others = [await signedIn("by-token-1@example.com"), await signedIn("by-token-2@example.com")]
      const statuses: number[] = []
      for (let tries = 0; tries < 8; tries += 1) {
        const { token } = others[tries % 2]!
        statuses.push((await guess({ cookie: victim.cookie, token })).status)
      }

      expect(statuses).toEqual([400, 400, 400, 400, 400, 429, 429, 429])
      expect((await guess({ token: victim.token })).status).toBe(429)
      expect((await guess({ token: others[0]!.token })).body).toMatchObject({ code: "password_wrong" })
      expect((await guess({ token: others[1]!.token })).body).toMatchObject({ code: "password_wrong" })
    })

    it("is a request of the cookie's person", async () => {
      const [one, other] = [await signedIn("one@example.com"), await signedIn("other@example.com")]

      expect((await guess({ cookie: one.cookie, token: other.token }, PASSWORD)).status).toBe(200)
      expect((await lastMessage("one@example.com")).template).toBe("password_changed")
      expect((await login(newMachine(), "one@example.com", NEXT_PASSWORD)).status).toBe(200)
      expect((await login(newMachine(), "other@example.com")).status).toBe(200)
    })

    it("counts against the token's person once the cookie has ended", async () => {
      const [gone, victim] = [await signedIn("gone@example.com"), await signedIn("guessed@example.com")]
      await bearing(gone.token)("POST", "/auth/logout")
      const both = { cookie: gone.cookie, token: victim.token }
      for (let tries = 0; tries < 5; tries += 1) {
        expect((await guess(both)).body).toMatchObject({ code: "password_wrong" })
      }

      expect((await guess(both)).status).toBe(429)
      expect((await guess({ token: victim.token })).status).toBe(429)
    })
  })
}
