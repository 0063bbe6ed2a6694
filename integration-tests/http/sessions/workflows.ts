import { ACCESS_MODULE } from "../../../src/modules/access"
import type AccessModuleService from "../../../src/modules/access/service"
import { endSessionsWorkflow } from "../../../src/workflows/access/workflows/end-sessions"
import { purgeSessionsWorkflow } from "../../../src/workflows/access/workflows/purge-sessions"
import { claimsOf, ended, type SessionSuite } from "./suite"

export function describeWorkflows(suite: SessionSuite): void {
  const { sql, bearing, login, me, buyerWithToken } = suite

  describe("ending sessions in a workflow", () => {
    it("ends those of one actor only, and can be taken back as it was", async () => {
      const { buyer, token } = await buyerWithToken()
      const { token: other } = await buyerWithToken()
      const access = suite.place().container.resolve<AccessModuleService>(ACCESS_MODULE)
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
          await endSessionsWorkflow(suite.place().container).run({
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
          await purgeSessionsWorkflow(suite.place().container).run({
            input: { days_after_expiry: 30, batch_size, max_batches },
          })
        ).result.removed

      expect(await purge(1, 2)).toBe(2)
      expect(await purge(2, 2)).toBe(1)
      const left = await sql<{ id: string }>("select id from access_session where actor_id = ?", [buyer.id])
      expect(new Set(left.map(({ id }) => id))).toEqual(new Set([claimsOf(token).sid, claimsOf(recent).sid]))
    })
  })
}
