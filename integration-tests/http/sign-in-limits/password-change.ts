import { lastMessage } from "../../helpers/outbox"
import { PASSWORD } from "../../helpers/people"
import { count, type LimitSuite, NEXT_PASSWORD, type Refusal, type Token, WRONG } from "./suite"

export function describePasswordChange(suite: LimitSuite): void {
  const { newMachine, bearing, createBuyer, login } = suite

  describe("changing the password while signed in", () => {
    it("needs the current one, stays signed in here alone, and tells the owner", async () => {
      await createBuyer("changing@example.com")
      const store = (token: string) => bearing(token)
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
      await createBuyer("stolen@example.com")
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
          await newMachine()("POST", "/auth/password", {
            current_password: PASSWORD,
            new_password: NEXT_PASSWORD,
          })
        ).status
      ).toBe(401)
    })
  })
}
