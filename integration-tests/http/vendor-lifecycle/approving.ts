import { Modules } from "@medusajs/framework/utils"
import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { createFulfillmentSets } from "@medusajs/medusa/core-flows"
import { changeVendorStatusWorkflow } from "../../../src/workflows/vendor/workflows/change-vendor-status"
import type { LifecycleSuite } from "./suite"

const clashStep = createWorkflow(
  "take-fulfillment-set-name",
  (input: { name: string }) =>
    new WorkflowResponse(createFulfillmentSets([{ name: input.name, type: "shipping" }]))
)

export function describeApproving(suite: LifecycleSuite): void {
  describe("approving a shop", () => {
    it("provisions what it needs to sell, and tells so", async () => {
      const events = suite.listen()
      const { id } = await suite.openShop({ city: "Kumasi", country_code: "gh", owner_user_id: "user_ama" })
      await suite.approve(id)

      const [vendor] = await suite.vendors().listVendors({ id })
      expect(vendor!.status).toBe("approved")
      const { data: locations } = await suite.query().graph({
        entity: "stock_location",
        fields: [
          "name",
          "address.city",
          "address.country_code",
          "sales_channels.id",
          "fulfillment_providers.id",
          "fulfillment_sets.type",
          "fulfillment_sets.service_zones.geo_zones.country_code",
          "fulfillment_sets.service_zones.shipping_options.shipping_profile_id",
          "fulfillment_sets.service_zones.shipping_options.prices.amount",
          "fulfillment_sets.service_zones.shipping_options.prices.currency_code",
        ],
        filters: { id: vendor!.stock_location_id! },
      })
      expect(locations).toMatchObject([
        {
          name: "Kente Palace",
          address: { city: "Kumasi", country_code: "gh" },
          sales_channels: [{ id: suite.market.sales_channel_id }],
          fulfillment_providers: [{ id: "manual_manual" }],
          fulfillment_sets: [
            {
              type: "shipping",
              service_zones: [
                {
                  geo_zones: [{ country_code: "ng" }],
                  shipping_options: [
                    {
                      shipping_profile_id: vendor!.shipping_profile_id,
                      prices: [{ amount: 1500.5, currency_code: "ngn" }],
                    },
                  ],
                },
              ],
            },
          ],
        },
      ])
      expect(await suite.historyOf(id)).toEqual([
        [null, "pending", "registration", null],
        ["pending", "approved", "user_staff", "papers are in order"],
      ])
      expect(events).toEqual([
        ["vendor.created", { vendor_id: id }],
        ["vendor.status-changed", { vendor_id: id, from: "pending", to: "approved" }],
      ])
    })

    it("sets nothing up twice: not on a second approval, nor on one after a suspension", async () => {
      const { id } = await suite.openShop()
      await suite.approve(id)
      await expect(suite.approve(id)).rejects.toMatchObject({ code: "vendor_transition_refused" })
      await changeVendorStatusWorkflow(suite.container).run({
        input: { vendor_id: id, to: "suspended", actor: "user_staff", reason: "late parcels" },
      })
      await suite.approve(id)

      expect(await suite.provisioned()).toEqual([2])
      expect((await suite.historyOf(id)).map(([, to]) => to)).toEqual([
        "pending",
        "approved",
        "suspended",
        "approved",
      ])
    })

    it("provisions once when two people suite.approve at the same moment", async () => {
      const { id } = await suite.openShop()

      const outcomes = await Promise.allSettled([suite.approve(id), suite.approve(id)])

      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"])
      expect(await suite.provisioned()).toEqual([2])
      const [vendor] = await suite.vendors().listVendors({ id })
      expect(vendor).toMatchObject({
        status: "approved",
        shipping_profile_id: expect.any(String),
        stock_location_id: expect.any(String),
      })
      expect(await suite.historyOf(id)).toHaveLength(2)
    })

    it("serves two shops of the same name", async () => {
      const first = await suite.openShop()
      const second = await suite.openShop({ handle: "kente-palace-2" })

      await suite.approve(first.id)
      await suite.approve(second.id)

      expect(await suite.provisioned()).toEqual([3])
    })
  })

  describe("when approving fails", () => {
    const expectUntouched = async (id: string, status: string) => {
      expect(await suite.provisioned()).toEqual([1])
      expect(await suite.vendors().listVendors({ id })).toMatchObject([
        { status, shipping_profile_id: null, stock_location_id: null },
      ])
    }

    it("in the middle, all that was set up is taken back, and the next approval succeeds", async () => {
      const events = suite.listen()
      const { id, name } = await suite.openShop()
      const { result: clash } = await clashStep(suite.container).run({ input: { name: `${name} (${id})` } })
      await expect(suite.approve(id)).rejects.toMatchObject({
        message: expect.stringMatching(/exists/),
      })

      await suite.container.resolve(Modules.FULFILLMENT).deleteFulfillmentSets(clash[0]!.id)
      await expectUntouched(id, "pending")
      expect(await suite.historyOf(id)).toHaveLength(1)
      expect(events).toEqual([["vendor.created", { vendor_id: id }]])

      await suite.approve(id)
      expect(await suite.provisioned()).toEqual([2])
    })

    it("at its very end, because the shop is closed, all that was set up is taken back", async () => {
      const { id } = await suite.openShop()
      await changeVendorStatusWorkflow(suite.container).run({
        input: { vendor_id: id, to: "closed", actor: "user_ama" },
      })

      await expect(suite.approve(id)).rejects.toMatchObject({ code: "vendor_transition_refused" })
      await expectUntouched(id, "closed")
    })

    it("because there is no such shop, it says so", async () => {
      await expect(suite.approve("vend_none")).rejects.toMatchObject({ code: "vendor_not_found" })
      expect(await suite.provisioned()).toEqual([1])
    })
  })
}
