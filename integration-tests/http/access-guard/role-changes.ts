import { hashSecretToken, makeSecretToken } from "../../../src/lib/secret-token"
import { ACCESS_MODULE } from "../../../src/modules/access"
import type AccessModuleService from "../../../src/modules/access/service"
import grantStaff from "../../../src/scripts/grant-staff"
import { signIn } from "../../helpers/people"
import type { GuardSuite } from "./suite"

const ended = { status: 401, body: { code: "session_ended" } }

export function describeRoleChanges(suite: GuardSuite): void {
  const { as, auditOf, sql } = suite

  describe("whoever gets a staff role signs in anew", () => {
    it("after accepting an invitation, on all devices", async () => {
      const { container, people } = suite.place()
      const { email, id } = people.shop
      await sql(
        `insert into auth_verification (id, entity_id, entity_type, auth_identity_id, code_provider, requested_at, verified_at)
         values ('authver_shop', ?, 'email', ?, 'token', now(), now())`,
        [email, people.shop.auth_identity_id]
      )
      const { token } = makeSecretToken()
      await container.resolve<AccessModuleService>(ACCESS_MODULE).inviteStaff({
        email,
        role: "support",
        token_hash: hashSecretToken(token),
        expires_at: new Date(Date.now() + 3_600_000),
        invited_by: people.owner.id,
      })
      const [here, elsewhere, buyer] = [await as("shop"), await as("shop"), await as("buyer")]
      expect((await elsewhere("GET", "/vendor/me")).status).toBe(200)

      expect(await here("POST", "/auth/staff-invitations/accept", { token })).toMatchObject({
        status: 200,
        body: { staff_member: { user_id: id, role: "support" } },
      })

      expect(await elsewhere("GET", "/vendor/me")).toMatchObject(ended)
      expect(await here("GET", "/admin/products")).toMatchObject(ended)
      expect((await buyer("GET", "/auth/sessions")).status).toBe(200)
      expect((await (await as("shop"))("GET", "/admin/products")).status).toBe(200)
    })

    it("after the console has given it, which is written down with its reason", async () => {
      const { container, base_url } = suite.place()
      const earlier = await signIn(base_url, "user", "nobody@example.com")
      expect((await earlier("GET", "/vendor/shops")).status).toBe(200)

      await grantStaff({ container, args: ["Nobody@Example.com", "support"] })

      expect(await earlier("GET", "/vendor/shops")).toMatchObject(ended)
      const after = await signIn(base_url, "user", "nobody@example.com")
      expect((await after("GET", "/admin/products")).status).toBe(200)
      expect(await auditOf("staff.role-changed")).toMatchObject([
        {
          actor_type: "platform",
          reason: "granted from the console",
          before: { role: null },
          after: { role: "support" },
        },
      ])
    })
  })
}
