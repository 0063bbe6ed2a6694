import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { loadDeclaredRoutes } from "../../src/api/access/declared-routes"
import { createMarketplace, type Marketplace } from "../helpers/create-marketplace"
import { clientWith, createMember, createStaff, signIn } from "../helpers/people"
import { installPlugin } from "../helpers/plugin-of-others"
import { serverTests } from "../helpers/server-tests"

jest.setTimeout(180_000)

installPlugin()

serverTests({
  testSuite: ({ getContainer, api }) => {
    let container: MedusaContainer
    let market: Marketplace
    let baseUrl: string

    beforeAll(async () => {
      container = getContainer()
      market = await createMarketplace(container, { vendors: 1 })
      await createStaff(container, "owner")
      await createStaff(container, "support")
      await createStaff(container, "catalogue")
      await createMember(container, market.vendors[0]!.id, "owner", "owner@shop.example.com")
      baseUrl = api.defaults.baseURL
    })

    const staff = (role: string) => signIn(baseUrl, "user", `${role}@staff.example.com`)
    const statusOf = async (role: string, path: string) => (await (await staff(role))("GET", path)).status

    describe("a route that a plugin adds and declares nothing of", () => {
      it("is named at the start", async () => {
        const { undeclared } = await loadDeclaredRoutes()

        expect(undeclared.toSorted()).toEqual(["GET /admin/plain", "GET /store/plain", "GET /vendor/plain"])
      })

      it("is the platform owner's alone under /admin", async () => {
        expect(await statusOf("owner", "/admin/plain")).toBe(200)
        expect(await (await staff("support"))("GET", "/admin/plain")).toMatchObject({
          status: 403,
          body: { code: "route_undeclared" },
        })
        expect((await clientWith(baseUrl)("GET", "/admin/plain")).status).toBe(401)
      })

      it("is shut to the people of a shop under /vendor", async () => {
        const shop = await signIn(baseUrl, "user", "owner@shop.example.com")

        expect(await shop("GET", "/vendor/plain")).toMatchObject({
          status: 403,
          body: { code: "route_undeclared" },
        })
        expect(await statusOf("owner", "/vendor/plain")).toBe(200)
      })

      it("stays as its author made it under /store", async () => {
        const shopper = clientWith(baseUrl, { "x-publishable-api-key": market.publishable_key })

        expect(await shopper("GET", "/store/plain")).toMatchObject({ status: 200, body: { from: "plugin" } })
      })

      it("is opened to a permission by a setting, until the operator takes that back", async () => {
        const connection = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
        await connection.raw(
          `insert into platform_setting (key, value) values ('opened_routes', '{"GET /admin/plain": "orders:read"}')`
        )
        expect(await statusOf("support", "/admin/plain")).toBe(200)
        expect(await statusOf("catalogue", "/admin/plain")).toBe(403)

        await connection.raw("delete from platform_setting")
        expect(await statusOf("support", "/admin/plain")).toBe(403)
      })
    })

    it("is opened to the people of a shop by a setting, with their shop bound", async () => {
      const connection = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await connection.raw(
        `insert into platform_setting (key, value) values ('opened_routes', '{"GET /vendor/plain": "orders:read"}')`
      )
      const shop = await signIn(baseUrl, "user", "owner@shop.example.com")

      expect((await shop("GET", "/vendor/plain")).status).toBe(200)
      expect((await shop("GET", "/vendor/plain", undefined, { "x-vendor-id": market.house_id })).status).toBe(
        404
      )
      expect(await statusOf("support", "/vendor/plain")).toBe(200)
      expect(await statusOf("catalogue", "/vendor/plain")).toBe(403)
    })

    it("is opened by what the plugin itself declares", async () => {
      expect(await statusOf("support", "/admin/declared")).toBe(200)
      expect(await (await staff("catalogue"))("GET", "/admin/declared")).toMatchObject({
        status: 403,
        body: { code: "permission_missing" },
      })
    })
  },
})
