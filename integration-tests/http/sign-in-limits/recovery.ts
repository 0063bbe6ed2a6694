import { lastMessage, messagesTo } from "../../helpers/outbox"
import { createUser } from "../../helpers/people"
import { type LimitSuite, NEXT_PASSWORD, type Refusal } from "./suite"

export function describeRecovery(suite: LimitSuite): void {
  const { newMachine, bearing, sql, createBuyer, login } = suite

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
      await createBuyer("forgetful@example.com")
      const { body } = await login(newMachine(), "forgetful@example.com")
      const signedIn = bearing(body.token)
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
      await createBuyer("careful@example.com")
      const { token } = await recover("careful@example.com")

      expect((await update(token, "careful@example.com")).body).toMatchObject({
        code: "password_contains_email",
      })
      expect((await update(token, "short")).body).toMatchObject({ code: "password_too_short" })
      expect((await update(token, NEXT_PASSWORD)).status).toBe(200)
      expect((await lastMessage("careful@example.com", 1)).template).toBe("password_changed")
    })

    it("refuses a link after 15 minutes, and one that a later link has replaced", async () => {
      await createBuyer("late@example.com")
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
      await createUser(suite.place().container, "staff-recovery@example.com")
      const { url, token } = await recover("staff-recovery@example.com", "user")

      expect(url.origin + url.pathname).toBe("http://localhost:9000/app/reset-password")
      expect((await update(token, NEXT_PASSWORD, "customer")).status).toBe(401)
      expect((await update(token, NEXT_PASSWORD, "user")).status).toBe(200)
      expect((await lastMessage("staff-recovery@example.com", 1)).template).toBe("password_changed")
    })

    it("mails nobody more than six times an hour, and tells no one by the limit who is there", async () => {
      await createBuyer("flooded@example.com")
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
}
