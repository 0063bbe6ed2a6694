import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { ChangeStatusInput } from "../../../modules/vendor/types"
import { assertOnboardingCompleteStep } from "../../vendor-onboarding/steps/assert-onboarding-complete"
import { refreshVerificationStep } from "../../vendor-onboarding/steps/refresh-verification"
import type { PlanProvisioningInput } from "../steps/plan-provisioning"
import { changeVendorStatusWorkflow } from "./change-vendor-status"
import { provisionVendorWorkflow } from "./provision-vendor"

export const approveVendorWorkflowId = "approve-vendor"

export type ApproveVendorInput = PlanProvisioningInput &
  Pick<ChangeStatusInput, "actor" | "from" | "version"> & { reason?: string }

/** Lets a shop sell once its checklist is complete, provisioning it on its first approval. */
export const approveVendorWorkflow = createWorkflow(approveVendorWorkflowId, (input: ApproveVendorInput) => {
  assertOnboardingCompleteStep(input)
  provisionVendorWorkflow.runAsStep({ input })
  const change = changeVendorStatusWorkflow.runAsStep({
    input: transform({ input }, ({ input: { vendor_id, actor, reason, from, version } }) => ({
      vendor_id,
      actor,
      reason,
      from,
      version,
      to: "approved" as const,
    })),
  })
  refreshVerificationStep(input.vendor_id)

  return new WorkflowResponse(change)
})
