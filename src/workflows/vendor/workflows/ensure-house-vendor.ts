import { createWorkflow, transform, WorkflowResponse, when } from "@medusajs/framework/workflows-sdk"
import { useQueryGraphStep } from "@medusajs/medusa/core-flows"
import { openShopStep } from "../steps/open-shop"
import { approveVendorWorkflow } from "./approve-vendor"

export const ensureHouseVendorWorkflowId = "ensure-house-vendor"

export type EnsureHouseVendorInput = { name?: string; contact_email?: string }

/** The platform's own shop, which owns what nobody else does. Made and approved once. */
export const ensureHouseVendorWorkflow = createWorkflow(
  ensureHouseVendorWorkflowId,
  (input: EnsureHouseVendorInput) => {
    const { data: found } = useQueryGraphStep({
      entity: "vendor",
      fields: ["id"],
      filters: { is_house: true },
    })

    const created = when("no-house-vendor", { found }, (data) => data.found.length === 0).then(() => {
      const house = openShopStep(
        transform({ input }, (data) => ({
          name: data.input.name ?? "House",
          contact_email: data.input.contact_email ?? "house@localhost",
          is_house: true,
          // The platform takes no commission from itself.
          commission_rate_bps: 0,
          actor: "platform",
        }))
      )
      approveVendorWorkflow.runAsStep({
        input: transform({ house }, (data) => ({ vendor_id: data.house.id, actor: "platform" })),
      })

      return house
    })

    return new WorkflowResponse(
      transform({ found, created }, (data) => ({ id: (data.found[0]?.id ?? data.created?.id) as string }))
    )
  }
)
