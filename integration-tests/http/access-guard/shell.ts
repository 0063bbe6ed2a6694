import { VENDOR_MODULE } from "../../../src/modules/vendor"
import type VendorModuleService from "../../../src/modules/vendor/service"
import type { GuardSuite } from "./suite"

type Layout = { personal_configuration: { configuration: { widgets: Record<string, { hidden: boolean }> } } }

export function describeShell(suite: GuardSuite): void {
  const { as, sql } = suite

  describe("the frame of the dashboard", () => {
    it("is answered for people of a shop with their shop's name, and nothing of the platform's", async () => {
      const shop = await as("shop")
      const [vendor] = suite.place().market.vendors
      const [core] = await sql<{ id: string; name: string }>("select id, name from store")

      expect(await shop("GET", "/admin/users/me")).toMatchObject({
        status: 200,
        body: { user: { email: suite.place().people.shop.email } },
      })
      const { body } = await shop("GET", "/admin/stores?fields=%2Bmetadata,sales_channels.*")
      expect(body).toMatchObject({ stores: [{ id: vendor!.id, name: vendor!.name }], count: 1 })
      expect(JSON.stringify(body)).not.toContain(core!.id)
      expect((await shop("GET", "/admin/notifications")).body).toMatchObject({ notifications: [], count: 0 })
      expect((await shop("GET", "/admin/plugins")).body).toEqual({ plugins: [] })
    })

    it("names a shop that was chosen only as long as the person belongs to it", async () => {
      const { market, container, people } = suite.place()
      const [own, other] = market.vendors
      const vendors = container.resolve<VendorModuleService>(VENDOR_MODULE)
      const second = await vendors.createVendorMembers({
        vendor_id: other!.id,
        user_id: people.shop.id,
        role: "manager",
      })
      const shop = await as("shop")
      const named = async () =>
        (await shop<{ stores: { id: string }[] }>("GET", "/admin/stores")).body.stores.map(({ id }) => id)
      expect(await shop("POST", "/vendor/me/shop", { vendor_id: other!.id })).toMatchObject({ status: 200 })
      expect(await named()).toEqual([other!.id])

      await vendors.deleteVendorMembers(second.id)
      expect(await named()).toEqual([own!.id])
    })

    it("hides from each what is not theirs, and cannot be arranged by people of a shop", async () => {
      const shop = await as("shop")
      const { body } = await shop<Layout>("GET", "/admin/layouts/sidebar/configuration")
      const { widgets } = body.personal_configuration.configuration

      expect(widgets).toMatchObject({
        "core:nav:/orders": { hidden: true },
        "core:nav:/marketplace": { hidden: true },
      })
      expect(widgets).not.toHaveProperty("core:nav:/vendor/orders")
      expect((await shop("POST", "/admin/layouts/sidebar/configuration", { configuration: {} })).status).toBe(
        403
      )
    })

    it("keeps what staff have arranged, without the entries of shops", async () => {
      const owner = await as("owner")
      const arranged = { "core:nav:/products": { order: 0 }, "core:nav:/vendor/orders": { hidden: false } }
      await owner("POST", "/admin/layouts/sidebar/configuration", {
        configuration: { widgets: arranged },
      })
      const { body } = await owner<Layout>("GET", "/admin/layouts/sidebar/configuration")

      expect(body.personal_configuration.configuration.widgets).toMatchObject({
        "core:nav:/products": { order: 0 },
        "core:nav:/vendor/orders": { hidden: true },
      })
    })

    it("is refused to a user of no shop and no staff", async () => {
      const nobody = await suite.signInAs("nobody@example.com")

      expect((await nobody("GET", "/admin/users/me")).status).toBe(403)
      expect((await nobody("GET", "/admin/stores")).status).toBe(403)
    })

    it("opens no other way to the same route", async () => {
      const shop = await as("shop")
      for (const path of ["/admin/stores/", "/admin//stores", "/admin/Stores", "/admin/stores/store_1"]) {
        const { status, body } = await shop<{ stores?: { id: string }[] }>("GET", path)

        expect(
          status === 403 || status === 404 || body.stores?.[0]?.id === suite.place().market.vendors[0]!.id
        ).toBe(true)
      }
      expect((await shop("HEAD", "/admin/stores")).status).toBeGreaterThanOrEqual(400)
    })
  })
}
