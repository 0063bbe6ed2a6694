import { createWorkflow, transform, WorkflowResponse, when } from "@medusajs/framework/workflows-sdk"
import { useQueryGraphStep } from "@medusajs/medusa/core-flows"
import { type OpenHouseInput, openHouseWorkflow } from "./open-house"

export const ensureHouseVendorWorkflowId = "ensure-house-vendor"

/** The platform's own shop, which owns what nobody else does. Made and approved once; one statement when it is there. */
export const ensureHouseVendorWorkflow = createWorkflow(
  ensureHouseVendorWorkflowId,
  (input: OpenHouseInput) => {
    const { data: found } = useQueryGraphStep({
      entity: "vendor",
      fields: ["id", "status"],
      filters: { is_house: true },
    })

    const opened = when(
      "house-not-ready",
      { found },
      (data) => (data.found[0]?.status ?? "pending") === "pending"
    ).then(() => openHouseWorkflow.runAsStep({ input }))

    return new WorkflowResponse(
      transform({ found, opened }, (data) => ({ id: (data.found[0]?.id ?? data.opened?.id) as string }))
    )
  }
)
