import type { Client } from "../../helpers/people"
import { ACCOUNT, type OnboardingSuite, PDF, type Vendor } from "./suite"

type OpenedShop = Awaited<ReturnType<OnboardingSuite["openShop"]>>

export function describeDecision(suite: OnboardingSuite): void {
  describe("a decision of staff on a shop", () => {
    const versionOf = async (id: string) =>
      (await suite.operations<Vendor>("GET", `/admin/vendors/${id}`)).body.vendor.version

    const changes: [string, (shop: OpenedShop, owner: Client) => Promise<{ status: number }>][] = [
      ["its profile", ({ id }, owner) => owner("POST", `/vendor/shops/${id}`, { description: "Guns" })],
      ["its address", ({ id }, owner) => owner("POST", `/vendor/shops/${id}`, { city: "Aba" })],
      [
        "its settings",
        ({ id }, owner) => owner("POST", `/vendor/shops/${id}`, { settings: { handling_days: 9 } }),
      ],
      [
        "its bank account",
        (_, owner) => owner("POST", "/vendor/bank-account", { ...ACCOUNT, account_name: "Somebody Else" }),
      ],
      ["its papers", ({ manager }) => suite.upload(manager, `${PDF} of another`)],
      ["its agreement", (_, owner) => owner("POST", "/vendor/onboarding/agreement", { version: "1" })],
    ]

    it.each(changes)("holds for what was seen: not when the shop has changed %s since", async (_, change) => {
      await suite.configure({ onboarding_requirements: ["documents"] })
      const shop = await suite.openShop()
      const owner = await suite.withFactor(shop.owner)
      await suite.upload(shop.manager, PDF)
      await owner("POST", "/vendor/bank-account", ACCOUNT)
      const path = `/admin/vendors/${shop.id}`
      const version = await versionOf(shop.id)
      expect((await change(shop, owner)).status).toBeLessThan(300)

      for (const action of ["accept", "waive", "reject"].map((name) => `requirements/documents/${name}`)) {
        expect(await suite.operations("POST", `${path}/${action}`, { version, reason: "why" })).toMatchObject(
          {
            status: 409,
            body: { code: "vendor_changed" },
          }
        )
      }
      expect((await suite.review(shop.id, "requirements/documents/accept")).status).toBe(200)

      const accepted = await versionOf(shop.id)
      expect((await owner("POST", `/vendor/shops/${shop.id}`, { province: `of ${accepted}` })).status).toBe(
        200
      )
      for (const action of ["approve", "reject"]) {
        expect(
          await suite.operations("POST", `${path}/${action}`, { version: accepted, reason: "why" })
        ).toMatchObject({ status: 409, body: { code: "vendor_changed" } })
      }
      expect(await suite.sql("select status, stock_location_id from vendor where id = ?", [shop.id])).toEqual(
        [{ status: "pending", stock_location_id: null }]
      )
      expect((await suite.review(shop.id, "approve")).status).toBe(200)
    })

    it("is not made without saying what was seen", async () => {
      const { id } = await suite.openShop()
      for (const action of ["approve", "reject", "requirements/phone/accept", "requirements/phone/waive"]) {
        for (const version of [undefined, null, "", "latest", 1]) {
          const answer = await suite.operations("POST", `/admin/vendors/${id}/${action}`, {
            version,
            reason: "why",
          })
          expect([action, version, answer.status]).toEqual([action, version, 400])
        }
      }
    })
  })
}
