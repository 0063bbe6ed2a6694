import { VENDOR_MODULE } from "../../../src/modules/vendor"
import type VendorModuleService from "../../../src/modules/vendor/service"
import { createStaff } from "../../helpers/people"
import { shopRecords } from "./shop-records"
import { type ProductSuite, toolsOf } from "./suite"

export function describeOwnShop(suite: ProductSuite): void {
  const { as } = toolsOf(suite)
  const { shopOf, callsOn } = shopRecords(suite)

  describe("staff who belong to a shop", () => {
    it("touch no record of it as staff, whatever kind it is and wherever it is named", async () => {
      const helper = await createStaff(suite.container, "owner", "helper@staff.example.com")
      const both = await createStaff(suite.container, "owner", "both@staff.example.com")
      await suite.container
        .resolve<VendorModuleService>(VENDOR_MODULE)
        .createVendorMembers({ vendor_id: suite.market.vendors[0]!.id, user_id: both.id, role: "support" })
      const [client, other] = [await as(both.email), await as(helper.email)]
      const [own, foreign] = [await shopOf(0), await shopOf(1)]

      for (const [what, method, path, body] of await callsOn(own, other)) {
        expect([what, await client(method, path, body)]).toMatchObject([
          what,
          { status: 403, body: { code: "own_shop_refused" } },
        ])
      }
      expect(await client("POST", "/admin/translations/batch", { update: [] })).toMatchObject({
        status: 403,
        body: { code: "own_shop_refused" },
      })
      // The same of another shop is theirs to do: it is the shop that counts, not the kind of record.
      for (const [what, method, path, body] of await callsOn(foreign, other)) {
        const { body: said } = await client(method, path, body)
        expect([what, said.code]).not.toEqual([what, "own_shop_refused"])
      }
    })
  })
}
