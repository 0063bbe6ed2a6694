import { changeVendorStatusWorkflow } from "../../../src/workflows/vendor/workflows/change-vendor-status"
import { type Client, clientWith, createMember, signIn } from "../../helpers/people"
import { auditText, memberBy, shopOf, type TeamSuite, vendorsOf } from "./suite"

type Key = { api_key: { id: string; prefix: string; permissions: string[] }; token: string }

export function describeApiKeys(suite: TeamSuite): void {
  const make = async (client: Client, permissions: string[], over: object = {}) =>
    (await client<Key>("POST", "/vendor/api-keys", { name: "ERP", permissions, ...over })).body
  const withKey = (token: string) => clientWith(suite.base_url, { authorization: `Bearer ${token}` })
  const invalid = { status: 401, body: { code: "api_key_invalid" } }

  describe("API keys", () => {
    it("act for their shop alone, as far as their permissions go, and never as a person", async () => {
      const { token, api_key } = await make(suite.owner, ["members:read", "products:read"])
      const key = withKey(token)

      expect((await key<{ count: number }>("GET", "/vendor/members")).body.count).toBe(2)
      expect(
        (await key("GET", "/vendor/members", undefined, { "x-vendor-id": shopOf(suite, 0) })).status
      ).toBe(200)
      expect(
        await key("GET", "/vendor/members", undefined, { "x-vendor-id": shopOf(suite, 1) })
      ).toMatchObject({
        status: 404,
        body: { code: "vendor_not_found" },
      })
      const [theirs] = await vendorsOf(suite).listVendorMembers({ vendor_id: shopOf(suite, 1) })
      expect((await key("GET", `/vendor/members/${theirs!.id}`)).status).toBe(404)
      for (const [method, path, body] of [
        ["GET", "/vendor/me"],
        ["POST", "/vendor/me/shop", { vendor_id: shopOf(suite, 0) }],
        ["POST", "/vendor/me/leave"],
        ["POST", "/vendor/register", { name: "Mine", country_code: "ng" }],
        ["GET", "/vendor/api-keys"],
        ["POST", "/vendor/api-keys", { name: "More", permissions: ["shop:read"] }],
        ["DELETE", `/vendor/api-keys/${api_key.id}`],
        ["POST", "/vendor/invitations", { email: "x@example.com", role: "owner" }],
        ["POST", `/vendor/members/${theirs!.id}`, { role: "owner" }],
        ["POST", "/vendor/invitations/accept", { token: "x" }],
      ] as const) {
        expect(await key(method, path, body)).toMatchObject({
          status: 403,
          body: { code: "permission_missing" },
        })
      }
      for (const path of ["/admin/products", "/admin/users/me", "/store/customers/me", "/auth/sessions"]) {
        expect((await key("GET", path)).status).toBeGreaterThanOrEqual(400)
      }
      expect((await key("POST", "/auth/token/refresh")).status).toBe(401)
    })

    it("shrink and die with the rights of whoever made them", async () => {
      const { email } = await createMember(suite.container, shopOf(suite, 0), "owner", "maker@example.com")
      const member = await memberBy(suite.owner, email)
      const { token } = await make(suite.owner, ["members:read", "orders:read"])
      const [stored] = await vendorsOf(suite).listVendorApiKeys({})
      await vendorsOf(suite).updateVendorApiKeys({ id: stored!.id, created_by: member.user.id })
      const key = withKey(token)
      expect((await key("GET", "/vendor/members")).status).toBe(200)

      await suite.owner("POST", `/vendor/members/${member.id}`, { role: "fulfilment" })
      expect(await key("GET", "/vendor/members")).toMatchObject({ body: { code: "permission_missing" } })

      await suite.owner("DELETE", `/vendor/members/${member.id}`)
      expect(await key("GET", "/vendor/members")).toMatchObject(invalid)
      expect(await vendorsOf(suite).listVendorApiKeys({ id: stored!.id })).toMatchObject([
        { revoked_at: expect.any(Date) },
      ])
    })

    it("are refused when they are wrong, cut, revoked or expired, without a word why", async () => {
      const { token, api_key } = await make(suite.owner, ["members:read"])
      const last = token.endsWith("A") ? "B" : "A"

      for (const wrong of [
        `${token.slice(0, -1)}${last}`,
        token.slice(0, -1),
        `${token}A`,
        "mkv_",
        `mkv_${"x".repeat(43)}`,
        `mkv_${"%00".repeat(20)}`,
        api_key.prefix,
      ]) {
        expect(await withKey(wrong)("GET", "/vendor/members")).toMatchObject(invalid)
      }
      await vendorsOf(suite).updateVendorApiKeys({ id: api_key.id, expires_at: new Date(Date.now() - 1000) })
      expect(await withKey(token)("GET", "/vendor/members")).toMatchObject(invalid)
      await vendorsOf(suite).updateVendorApiKeys({
        id: api_key.id,
        expires_at: new Date(Date.now() + 60_000),
      })
      expect((await withKey(token)("GET", "/vendor/members")).status).toBe(200)
      expect((await suite.owner("DELETE", `/vendor/api-keys/${api_key.id}`)).body).toMatchObject({
        deleted: true,
      })
      expect(await withKey(token)("GET", "/vendor/members")).toMatchObject(invalid)
      expect(await suite.owner("DELETE", `/vendor/api-keys/${api_key.id}`)).toMatchObject({
        status: 404,
        body: { code: "api_key_not_found" },
      })
    })

    it("stop with their shop: reading while it is open, nothing once it is closed", async () => {
      const { token } = await make(suite.owner, ["members:read"])
      const move = (to: "suspended" | "closed") =>
        changeVendorStatusWorkflow(suite.container).run({
          input: { vendor_id: shopOf(suite, 0), to, actor: "test", reason: "a test" },
        })

      await move("suspended")
      expect((await withKey(token)("GET", "/vendor/members")).status).toBe(200)
      await move("closed")
      expect(await withKey(token)("GET", "/vendor/members")).toMatchObject({
        status: 403,
        body: { code: "vendor_status_refused" },
      })
    })

    it("are told once, kept as a hash, and marked with their last use at most once a minute", async () => {
      const { token, api_key } = await make(suite.owner, ["members:read"])
      expect(token).toMatch(/^mkv_[\w-]{43}$/)
      expect(token.startsWith(api_key.prefix)).toBe(true)

      const stored = () => vendorsOf(suite).retrieveVendorApiKey(api_key.id)
      expect((await stored()).last_used_at).toBeNull()
      await withKey(token)("GET", "/vendor/members")
      const first = (await stored()).last_used_at
      await withKey(token)("GET", "/vendor/members")
      expect((await stored()).last_used_at).toEqual(first)
      await vendorsOf(suite).updateVendorApiKeys({
        id: api_key.id,
        last_used_at: new Date(Date.now() - 61_000),
      })
      await withKey(token)("GET", "/vendor/members")
      expect((await stored()).last_used_at!.getTime()).toBeGreaterThan(Date.now() - 30_000)

      const listed = await suite.owner("GET", "/vendor/api-keys")
      expect(listed.body).toMatchObject({ count: 1, api_keys: [{ id: api_key.id, revoked_at: null }] })
      const told = JSON.stringify([listed.body, await stored(), await auditText(suite)])
      expect(told).not.toContain(token)
      expect(JSON.stringify(listed.body)).not.toContain("hash")
    })

    it("are made by an owner with a fresh second factor, for no more than keys may do, and for two years at most", async () => {
      const { email } = await createMember(suite.container, shopOf(suite, 0), "owner", "unproved@example.com")
      const unproved = await signIn(suite.base_url, "user", email)
      const body = { name: "ERP", permissions: ["orders:read"] }
      expect(await unproved("POST", "/vendor/api-keys", body)).toMatchObject({
        body: { code: "step_up_required" },
      })

      const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
      for (const wrong of [
        ...[
          "members:write",
          "api-keys:write",
          "bank-accounts:write",
          "payouts:request",
          "platform:own",
          "vendors:write",
        ].map((permission) => ({ ...body, permissions: ["orders:read", permission] })),
        { ...body, permissions: [] },
        { ...body, name: "<i></i>" },
        { ...body, vendor_id: shopOf(suite, 1) },
        { ...body, created_by: "user_x" },
        { ...body, token_hash: "x" },
        { ...body, expires_at: inDays(-1) },
        { ...body, expires_at: inDays(731) },
        { ...body, expires_at: "never" },
      ]) {
        expect((await suite.owner("POST", "/vendor/api-keys", wrong)).status).toBe(400)
      }
      expect(await vendorsOf(suite).listVendorApiKeys({})).toEqual([])
    })

    it("of another shop are not found", async () => {
      const { api_key } = await make(suite.stranger, ["orders:read"])

      for (const method of ["GET", "DELETE"]) {
        expect(await suite.owner(method, `/vendor/api-keys/${api_key.id}`)).toMatchObject({
          status: 404,
          body: { code: "api_key_not_found" },
        })
      }
      expect(await vendorsOf(suite).listVendorApiKeys({ id: api_key.id })).toMatchObject([
        { revoked_at: null },
      ])
    })
  })
}
