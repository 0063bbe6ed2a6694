import { type Client, clientWith, createMember, createStaff, PASSWORD, signIn } from "../../helpers/people"
import type { GuardSuite } from "./suite"

export function describeImpersonation(suite: GuardSuite): void {
  const { as, sql, withFactor, auditOf } = suite

  describe("impersonation", () => {
    const start = async (client: Client, input: object) =>
      client<{ token: string; impersonation: { id: string }; code?: string }>(
        "POST",
        "/admin/impersonations",
        {
          reason: "the buyer asked us to look at an order",
          ...input,
        }
      )

    it("has a reason, a time limit and a mark, and logs every request under both names", async () => {
      const support = await withFactor("support")
      const { status, body } = await start(support, {
        actor_type: "customer",
        actor_id: suite.place().people.buyer.id,
      })
      expect(status).toBe(201)
      const buyer = clientWith(suite.place().base_url, {
        authorization: `Bearer ${body.token}`,
        "x-publishable-api-key": suite.place().market.publishable_key,
      })

      const me = await buyer<{ customer: { id: string } }>("GET", "/store/customers/me")
      expect(me.body.customer.id).toBe(suite.place().people.buyer.id)
      expect(me.headers.get("x-impersonated-by")).toBe(suite.place().people.support.id)
      await buyer("POST", "/store/customers/me", { first_name: "Ada" })
      expect(
        await sql(
          "select action, actor_id, impersonator_user_id from audit_entry where impersonator_user_id is not null order by created_at"
        )
      ).toEqual([
        {
          action: "GET /store/customers/me",
          actor_id: suite.place().people.buyer.id,
          impersonator_user_id: suite.place().people.support.id,
        },
        {
          action: "POST /store/customers/me",
          actor_id: suite.place().people.buyer.id,
          impersonator_user_id: suite.place().people.support.id,
        },
      ])
      expect(await auditOf("impersonation.started")).toMatchObject([
        { actor_id: suite.place().people.support.id, reason: "the buyer asked us to look at an order" },
      ])

      await support("DELETE", `/admin/impersonations/${body.impersonation.id}`)
      expect((await buyer("GET", "/store/customers/me")).status).toBe(401)
    })

    it("of a shop's person is by the token alone: a cookie that comes with it says who is asking", async () => {
      const support = await withFactor("support")
      const { body } = await start(support, {
        actor_type: "user",
        actor_id: suite.place().people.shop.id,
      })
      const shop = clientWith(suite.place().base_url, { authorization: `Bearer ${body.token}` })
      const read = await shop<{ products: unknown[] }>("GET", "/vendor/products")
      expect([read.status, read.headers.get("x-impersonated-by")]).toEqual([
        200,
        suite.place().people.support.id,
      ])
      expect((await shop("POST", "/vendor/products", { title: "Made for a shop" })).status).toBe(201)

      const cookie = (await support("POST", "/auth/session")).headers.get("set-cookie")!.split(";")[0]!
      const both = await shop("GET", "/vendor/products", undefined, { cookie })
      expect([both.status, both.headers.get("x-impersonated-by")]).toEqual([403, null])
      await support("DELETE", `/admin/impersonations/${body.impersonation.id}`)
      expect((await shop("GET", "/vendor/products")).status).toBe(401)
    })

    it("asks for a second factor that was shown just now", async () => {
      const asked = { actor_type: "customer", actor_id: suite.place().people.buyer.id }

      expect(await start(await as("support"), asked)).toMatchObject({
        status: 403,
        body: { code: "step_up_required" },
      })
      expect((await start(await withFactor("support"), asked)).status).toBe(201)
    })

    it("is refused without a reason, on staff, on one's own shop, and to those who may not", async () => {
      const support = await withFactor("support")
      const member = await createMember(
        suite.place().container,
        suite.place().market.vendors[0]!.id,
        "support",
        "helper@shop.example.com"
      )
      await sql(
        "insert into vendor_member (id, vendor_id, user_id, role) values ('vmem_both', ?, ?, 'catalogue')",
        [suite.place().market.vendors[0]!.id, suite.place().people.operations.id]
      )

      expect(
        (await start(support, { actor_type: "user", actor_id: suite.place().people.shop.id, reason: "" }))
          .status
      ).toBe(400)
      expect(
        (await start(support, { actor_type: "user", actor_id: suite.place().people.owner.id })).body.code
      ).toBe("impersonation_refused")
      expect(
        (await start(await withFactor("operations"), { actor_type: "user", actor_id: member.id })).body.code
      ).toBe("own_shop_refused")
      expect((await start(support, { actor_type: "user", actor_id: "user_none" })).status).toBe(404)
      expect(
        (await start(support, { actor_type: "user", actor_id: suite.place().people.shop.id, minutes: 61 }))
          .status
      ).toBe(400)
      const catalogue = await createStaff(suite.place().container, "catalogue")
      const client = await signIn(suite.place().base_url, "user", catalogue.email)
      expect(
        (await start(client, { actor_type: "user", actor_id: suite.place().people.shop.id })).body.code
      ).toBe("permission_missing")
    })

    it("ends when the member of staff loses the right, and cannot renew, step up or change the login", async () => {
      const { body } = await start(await withFactor("support"), {
        actor_type: "user",
        actor_id: suite.place().people.shop.id,
      })
      const shop = clientWith(suite.place().base_url, { authorization: `Bearer ${body.token}` })

      expect((await shop("GET", "/vendor/me")).status).toBe(200)
      for (const path of ["/vendor/me/leave", "/vendor/me", "/vendor/register"]) {
        expect((await shop("POST", path, {})).body).toMatchObject({ code: "impersonation_refused" })
      }
      for (const [method, path, input] of [
        ["POST", "/auth/token/refresh", {}],
        ["POST", "/auth/mfa/factors", { provider: "totp" }],
        ["POST", "/auth/logout-everywhere", {}],
        ["POST", "/auth/password", { current_password: PASSWORD, new_password: "another long password" }],
        ["GET", "/auth/sessions", undefined],
        ["POST", "/auth/session", {}],
      ] as const) {
        expect([path, (await shop(method, path, input)).status]).toEqual([path, 403])
      }
      await sql("update staff_member set role = 'catalogue' where user_id = ?", [
        suite.place().people.support.id,
      ])
      expect((await shop("GET", "/vendor/me")).status).toBe(401)
    })
  })
}
