import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { PlanProvisioningInput } from "../steps/plan-provisioning"
import { changeVendorStatusWorkflow } from "./change-vendor-status"
import { provisionVendorWorkflow } from "./provision-vendor"

export const approveVendorWorkflowId = "approve-vendor"

export type ApproveVendorInput = PlanProvisioningInput & { actor: string; reason?: string }

/** Lets a shop sell, provisioning it on its first approval. */
export const approveVendorWorkflow = createWorkflow(approveVendorWorkflowId, (input: ApproveVendorInput) => {
  provisionVendorWorkflow.runAsStep({ input })
  const change = changeVendorStatusWorkflow.runAsStep({
    input: transform({ input }, ({ input: { vendor_id, actor, reason } }) => ({
      vendor_id,
      actor,
      reason,
      to: "approved" as const,
    })),
  })

  return new WorkflowResponse(change)
})
