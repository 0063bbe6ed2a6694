import { lastMessage } from "../../helpers/outbox"
import { clientWith, createMember } from "../../helpers/people"
import type { OnboardingSuite, Shop, Vendor } from "./suite"

export function describeProfile(suite: OnboardingSuite): void {
  const { vendors, openShop, review, as } = suite

  describe("the profile of a shop", () => {
    it("is seen by shoppers at once, cleaned, and takes nothing that is not the shop's to say", async () => {
      const shop = suite.market.vendors[0]!
      const owner = await createMember(suite.container, shop.id, "owner", "owner@shop1.example.com")
      const client = await as(owner)
      const update = (body: object) => client<Shop>("POST", `/vendor/shops/${shop.id}`, body)
      const store = () =>
        clientWith(suite.base_url, { "x-publishable-api-key": suite.market.publishable_key })<Vendor>(
          "GET",
          `/store/vendors/${shop.handle}`
        )

      const updated = await update({
        name: "  Ada <script>alert(1)</script> & Sons ",
        description: '<p onclick="x()">Cloth</p><iframe src="https://evil.example"></iframe>',
        logo_url: "http://localhost:9000/static/logo.webp",
        contact_phone: "+2348030000000",
        country_code: "GH",
        settings: { handling_days: 2 },
      })
      expect(updated).toMatchObject({
        status: 200,
        body: {
          shop: {
            name: "Ada & Sons",
            description: "<p>Cloth</p>",
            country_code: "gh",
            settings: { handling_days: 2, return_policy: null },
          },
        },
      })
      expect((await store()).body.vendor).toMatchObject({
        name: "Ada & Sons",
        description: "<p>Cloth</p>",
        logo_url: "http://localhost:9000/static/logo.webp",
      })
      await update({ settings: { return_policy: "14 days" } })
      expect((await update({})).body.shop.settings).toEqual({ handling_days: 2, return_policy: "14 days" })

      const before = await vendors().retrieveVendor(shop.id)
      for (const body of [
        { status: "closed" },
        { commission_rate_bps: 0 },
        { tax_status: "not_registered" },
        { verified_at: "2020-01-01" },
        { is_house: true },
        { id: "vend_other" },
        { shipping_profile_id: "sp_other" },
        { settings: { is_featured: true } },
        { settings: { handling_days: 1.5 } },
        { country_code: "zz" },
        { contact_phone: "+234" },
        { logo_url: "javascript:alert(1)" },
        { name: "<b></b>" },
        { name: "x".repeat(121) },
        { handle: "another-one" },
      ]) {
        expect([body, (await update(body)).status]).toEqual([body, 400])
      }
      expect({ ...(await vendors().retrieveVendor(shop.id)), updated_at: null }).toEqual({
        ...before,
        updated_at: null,
      })
    })

    it("can be read and written by people of this shop alone", async () => {
      const { id, owner } = await openShop()
      const other = await openShop()
      const client = await as(owner)
      expect(await client("GET", "/vendor/shops")).toMatchObject({ body: { count: 1, shops: [{ id }] } })
      for (const [path, headers] of [
        [`/vendor/shops/${other.id}`, {}],
        [`/vendor/shops/${other.id}`, { "x-vendor-id": other.id }],
        [`/vendor/shops/${id}`, { "x-vendor-id": other.id }],
      ] as const) {
        expect(await client("GET", path, undefined, headers)).toMatchObject({
          status: 404,
          body: { code: "vendor_not_found" },
        })
        expect((await client("POST", path, { name: "Stolen" }, headers)).status).toBe(404)
      }
      expect((await vendors().retrieveVendor(other.id)).name).not.toBe("Stolen")
      const support = await createMember(suite.container, id, "support")
      expect(await (await as(support))("POST", `/vendor/shops/${id}`, { name: "Mine" })).toMatchObject({
        status: 403,
        body: { code: "permission_missing" },
      })
    })

    it("is not writable while the shop is suspended, and nothing is once it is closed", async () => {
      const { id, owner } = await openShop()
      await review(id, "approve")
      const reason = "Three parcels of stones."
      const act = (action: string, body: object = { reason }) =>
        suite.operations<Vendor>("POST", `/admin/vendors/${id}/${action}`, body)
      expect((await act("suspend", {})).status).toBe(400)
      expect((await act("suspend")).body.vendor).toMatchObject({ status: "suspended" })
      expect((await lastMessage(owner.email, 1)).text).toContain(reason)
      expect((await act("suspend")).body.vendor.history).toHaveLength(3)
      expect(await review(id, "approve")).toMatchObject({
        status: 400,
        body: { code: "vendor_transition_refused" },
      })

      const suspended = await as(owner)
      expect(await suspended("GET", `/vendor/shops/${id}`)).toMatchObject({
        body: { shop: { status: "suspended", status_reason: reason } },
      })
      for (const [path, body] of [
        [`/vendor/shops/${id}`, { name: "New" }],
        ["/vendor/onboarding/agreement", { version: "1" }],
        [`/vendor/shops/${id}/resubmit`, {}],
      ] as const) {
        expect(await suspended("POST", path, body)).toMatchObject({
          status: 403,
          body: { code: "vendor_status_refused" },
        })
      }
      expect((await act("reinstate", {})).body.vendor).toMatchObject({ status: "approved" })
      expect((await act("close")).body.vendor).toMatchObject({ status: "closed" })
      expect((await (await as(owner))("GET", `/vendor/shops/${id}`)).status).toBe(403)
      expect((await act("reinstate", {})).body).toMatchObject({ code: "vendor_transition_refused" })
    })
  })
}
