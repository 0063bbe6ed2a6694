import { Modules } from "@medusajs/framework/utils"
import { createApiKeysWorkflow } from "@medusajs/medusa/core-flows"
import { clientWith, createStaff, signIn } from "../../helpers/people"
import type { GuardSuite } from "./suite"

export function describeAdminGuard(suite: GuardSuite): void {
  const { as, sql, ownerWithFactor } = suite

  describe("the guard of /admin", () => {
    it("lets staff in as far as their role goes, and nobody else", async () => {
      const owner = await as("owner")
      const support = await as("support")
      const nobody = await signIn(suite.place().base_url, "user", "nobody@example.com")
      const shop = await as("shop")

      expect((await owner("GET", "/admin/products")).status).toBe(200)
      expect((await support("GET", "/admin/products")).status).toBe(200)
      expect((await support("POST", "/admin/products", {})).body).toMatchObject({
        code: "permission_missing",
      })
      for (const stranger of [nobody, shop]) {
        expect(await stranger("GET", "/admin/products")).toMatchObject({
          status: 403,
          body: { code: "staff_only" },
        })
      }
      expect(await clientWith(suite.place().base_url)("GET", "/admin/products")).toMatchObject({
        status: 401,
      })
      expect(await (await as("buyer"))("GET", "/admin/products")).toMatchObject({ status: 401 })
    })

    it.each([
      ["GET", "/admin/invites"],
      ["POST", "/admin/invites"],
      ["POST", "/admin/users/user_1/reset-password"],
      ["DELETE", "/admin/users/user_1"],
      ["GET", "/admin/notifications/noti_1"],
    ])("shuts core's holes even to the owner: %s %s", async (method, path) => {
      const owner = await as("owner")

      expect(await owner(method, path, method === "GET" ? undefined : {})).toMatchObject({
        status: 403,
        body: { code: "route_closed" },
      })
    })

    it("leaves what core may add later to the owner alone", async () => {
      const paths = ["/admin/workflows-executions", "/admin/search-indexes", "/admin/index/details"]
      const operations = await as("operations")
      const owner = await as("owner")

      for (const path of paths) {
        expect((await operations("GET", path)).status).toBe(403)
      }
      expect((await owner("GET", "/admin/workflows-executions")).status).toBe(200)
    })

    it("does not let a role read through fields what it may not read", async () => {
      const catalogue = await createStaff(suite.place().container, "catalogue")
      const client = await signIn(suite.place().base_url, "user", catalogue.email)

      for (const fields of [
        "sales_channels.orders.email",
        "*variants.order_items",
        "+sales_channels.carts.email",
      ]) {
        expect(await client("GET", `/admin/products?fields=${encodeURIComponent(fields)}`)).toMatchObject({
          status: 403,
          body: { code: "permission_missing" },
        })
      }
      expect((await client("GET", "/admin/products?fields=id,title,*variants.prices")).status).toBe(200)
    })

    it("lets nobody settle a claim at a price of their own who may not set prices", async () => {
      const [support, operations] = [await as("support"), await as("operations")]
      const items = (price: object) => ({ items: [{ variant_id: "none", quantity: 1, ...price }] })
      const path = "/admin/claims/none"
      for (const [route, body] of [
        [`${path}/outbound/items`, items({ unit_price: 0 })],
        ["/admin/exchanges/none/outbound/items", items({ unit_price: 1 })],
        [`${path}/inbound/shipping-method`, { shipping_option_id: "none", custom_amount: 0 }],
        ["/admin/returns/none/shipping-method/none", { custom_amount: -500 }],
      ] as const) {
        expect(await support("POST", route, body)).toMatchObject({
          status: 403,
          body: { code: "permission_missing" },
        })
        expect((await operations("POST", route, body)).status).toBe(404)
      }
      expect((await support("POST", `${path}/outbound/items`, items({}))).status).toBe(404)
    })

    it("shows of the notifications the dashboard's feed alone", async () => {
      const notifications = suite.place().container.resolve(Modules.NOTIFICATION)
      await notifications.createNotifications({
        channel: "email",
        to: "ada@example.com",
        template: "password_changed",
        content: { subject: "secret", text: "secret" },
      })
      const { body } = await (await as("owner"))<{ notifications: unknown[] }>("GET", "/admin/notifications")

      expect(body.notifications).toEqual([])
    })

    it("gives a secret key what its maker holds at this moment", async () => {
      const { result } = await createApiKeysWorkflow(suite.place().container).run({
        input: { api_keys: [{ title: "Bot", type: "secret", created_by: suite.place().people.support.id }] },
      })
      const key = clientWith(suite.place().base_url, {
        authorization: `Basic ${Buffer.from(`${result[0]!.token}:`).toString("base64")}`,
      })

      expect((await key("GET", "/admin/products")).status).toBe(200)
      expect((await key("POST", "/admin/products", {})).status).toBe(403)
      await sql("delete from staff_member where user_id = ?", [suite.place().people.support.id])
      expect(await key("GET", "/admin/products")).toMatchObject({
        status: 403,
        body: { code: "staff_only" },
      })
    })

    it("asks all staff for a second factor once the operator says so", async () => {
      await sql("insert into platform_setting (key, value) values ('staff_mfa_required', 'true')")

      expect(await (await as("support"))("GET", "/admin/products")).toMatchObject({
        status: 403,
        body: { code: "mfa_required" },
      })
      expect((await (await ownerWithFactor())("GET", "/admin/products")).status).toBe(200)
    })
  })

  describe("staff who also belong to a shop", () => {
    it("change nothing of their own shop as staff, and everything of others", async () => {
      const [own, other] = suite.place().market.vendors
      await sql(
        "insert into vendor_member (id, vendor_id, user_id, role) values ('vmem_both', ?, ?, 'catalogue')",
        [own!.id, suite.place().people.operations.id]
      )
      const client = await as("operations")
      const [shop] = await sql<{ stock_location_id: string; shipping_profile_id: string }>(
        "select * from vendor where id = ?",
        [own!.id]
      )
      const product = own!.products[0]!

      for (const [path, body] of [
        [`/admin/products/${product.id}`, { title: "Mine" }],
        [`/admin/products/${product.id.replace("_", "%5F")}`, { title: "Mine" }],
        [`/admin/products/${product.id}/variants/${product.variant_id}`, { title: "Mine" }],
        ["/admin/products/batch", { update: [{ id: product.id, title: "Mine" }] }],
        [`/admin/stock-locations/${shop!.stock_location_id}`, { name: "Mine" }],
        [`/admin/shipping-profiles/${shop!.shipping_profile_id}`, { name: "Mine" }],
      ] as const) {
        expect([path, await client("POST", path, body)]).toMatchObject([
          path,
          { status: 403, body: { code: "own_shop_refused" } },
        ])
      }
      const imported = await client("POST", "/admin/products/imports", { file_key: "products.csv" })
      expect(imported.body).toMatchObject({ code: "own_shop_refused" })
      const foreign = await client("POST", `/admin/products/${other!.products[0]!.id}`, { title: "Theirs" })
      expect(foreign.status).toBe(200)
    })
  })
}
