import { generateResetPasswordTokenWorkflow } from "@medusajs/medusa/core-flows"
import { holdRows, holdTable } from "../../helpers/hold-rows"
import { createBuyer, PASSWORD } from "../../helpers/people"
import { type Authenticator, enrolAuthenticator } from "../../helpers/second-factor"
import { claimsOf, ended, type SessionSuite } from "./suite"

const SLOW = { "user-agent": "slow phone" }
const NEXT_PASSWORD = "another, longer password"

type SignedIn = { token: string; mfa_challenge: { id: string } }

export function describeRaces(suite: SessionSuite): void {
  const { address, bearing, buyerWithToken, login, me, stranger } = suite
  const hold = (table: string, condition?: string) =>
    holdRows(suite.place().database_url, { table, ...(condition ? { condition } : {}) })
  /** Core reads the factors of a login once its password was right. */
  const holdAfterPassword = () => holdTable(suite.place().database_url, "auth_mfa_factor")
  const signInSlowly = (email: string) =>
    stranger()<SignedIn>("POST", "/auth/customer/emailpass", { email, password: PASSWORD }, SLOW)
  const recover = async (email: string) => {
    const { result: reset } = await generateResetPasswordTokenWorkflow(suite.place().container).run({
      input: {
        entityId: email,
        provider: "emailpass",
        actorType: "customer",
        secret: process.env.JWT_SECRET!,
      },
    })
    const answer = await bearing(reset)("POST", "/auth/customer/emailpass/update", {
      password: NEXT_PASSWORD,
    })
    expect(answer.status).toBe(200)
  }
  const show = async (first: SignedIn, app: Authenticator) =>
    bearing(first.token)<SignedIn>("POST", `/auth/mfa/challenges/${first.mfa_challenge.id}/verify`, {
      method: "totp",
      code: await app.code(),
    })

  describe("a sign-in that races with a change dies with it", () => {
    it("when its password was looked at before a recovery and its session is written after it", async () => {
      const { email } = await createBuyer(suite.place().container, address())
      const held = await holdAfterPassword()
      const signingIn = signInSlowly(email)
      await held.reached()
      await recover(email)
      await held.release()

      const { status, body } = await signingIn
      expect(status).toBe(200)
      expect(await me(body.token)).toMatchObject(ended)
      expect(await bearing(body.token)("POST", "/auth/token/refresh")).toMatchObject(ended)
    })

    it("when the password is changed by somebody signed in, who alone stays so", async () => {
      const { buyer, token } = await buyerWithToken()
      const held = await hold("access_session", "new.device = 'slow phone'")
      const signingIn = signInSlowly(buyer.email)
      await held.reached()
      const changed = await bearing(token)<SignedIn>("POST", "/auth/password", {
        current_password: PASSWORD,
        new_password: NEXT_PASSWORD,
      })
      await held.release()

      expect(await me((await signingIn).body.token)).toMatchObject(ended)
      expect((await me(changed.body.token)).status).toBe(200)
    })

    it("when it owes a second factor", async () => {
      const { buyer, token } = await buyerWithToken()
      const app = await enrolAuthenticator(bearing(token))
      const held = await holdAfterPassword()
      const signingIn = signInSlowly(buyer.email)
      await held.reached()
      await recover(buyer.email)
      await held.release()

      const { body } = await signingIn
      expect(claimsOf(body.token)).toMatchObject({ actor_id: "" })
      expect(await show(body, app)).toMatchObject(ended)
    })

    it("when its second factor is shown while the mark is set and not yet to be seen", async () => {
      const { buyer, token } = await buyerWithToken()
      const app = await enrolAuthenticator(bearing(token))
      const { body: first } = await signInSlowly(buyer.email)
      const held = await hold("access_session", "new.revoked_at is not null")
      const recovering = recover(buyer.email)
      await held.reached()
      const shown = await show(first, app)
      expect(shown.status).toBe(200)
      await held.release()
      await recovering

      expect(await me(shown.body.token)).toMatchObject(ended)
    })

    it("but a sign-in that begins after the change holds", async () => {
      const { buyer, token } = await buyerWithToken()
      await bearing(token)("POST", "/auth/logout-everywhere")

      for (let time = 0; time < 5; time += 1) {
        expect((await me(await login("customer", buyer.email))).status).toBe(200)
      }
    })
  })
}
