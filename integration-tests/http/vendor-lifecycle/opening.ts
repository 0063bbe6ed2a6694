import { createStep, createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { CreateVendorInput } from "../../../src/modules/vendor/types"
import { openShopStep } from "../../../src/workflows/vendor/steps/open-shop"
import { ensureHouseVendorWorkflow } from "../../../src/workflows/vendor/workflows/ensure-house-vendor"
import type { LifecycleSuite } from "./suite"

const failingStep = createStep("fail-after-open-shop", () => {
  throw new Error("a later step failed")
})
const openThenFail = createWorkflow("open-shop-then-fail", (input: CreateVendorInput) => {
  openShopStep(input)
  failingStep()

  return new WorkflowResponse(input)
})

export function describeOpening(suite: LifecycleSuite): void {
  describe("opening a shop", () => {
    it("leaves its handle free when a later step fails", async () => {
      const input = { name: "Kente Palace", contact_email: "ama@example.com", owner_user_id: "user_ama" }
      await expect(openThenFail(suite.container).run({ input })).rejects.toMatchObject({
        message: "a later step failed",
      })

      expect(await suite.vendors().listVendors({ handle: "kente-palace" })).toEqual([])
      expect(await suite.vendors().listVendorMembers({})).toEqual([])
      expect(await suite.openShop()).toMatchObject({ handle: "kente-palace" })
    })
  })

  describe("the house", () => {
    it("is opened and approved once, however many ask at the same moment", async () => {
      await suite.sql("delete from vendor where is_house")
      const ensure = async () =>
        (await ensureHouseVendorWorkflow(suite.container).run({ input: {} })).result.id

      const ids = await Promise.all([ensure(), ensure(), ensure(), ensure()])

      expect(new Set([...ids, await ensure()]).size).toBe(1)
      expect(await suite.vendors().listVendors({ is_house: true })).toMatchObject([
        { id: ids[0], status: "approved", commission_rate_bps: 0 },
      ])
      // One of each was the former house's.
      expect(await suite.provisioned()).toEqual([2])
    })
  })

  describe("a house that a killed server left half opened", () => {
    it("is approved by whoever asks next", async () => {
      await suite.sql("delete from vendor where is_house")
      const { id } = await suite.vendors().openShop({
        name: "House",
        contact_email: "h@localhost",
        is_house: true,
      })

      const { result } = await ensureHouseVendorWorkflow(suite.container).run({ input: {} })

      expect(result.id).toBe(id)
      expect(await suite.vendors().listVendors({ id })).toMatchObject([{ status: "approved" }])
    })
  })
}
