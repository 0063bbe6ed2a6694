import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { assertAgreementCurrentStep } from "../steps/assert-agreement-current"
import { moveRequirementWorkflow } from "./move-requirement"

export const acceptAgreementWorkflowId = "accept-vendor-agreement"

export type AcceptAgreementInput = { vendor_id: string; version: string; actor: string }

/** A shop accepts the platform's terms in their present version; nobody has to look at that. */
export const acceptAgreementWorkflow = createWorkflow(
  acceptAgreementWorkflowId,
  (input: AcceptAgreementInput) => {
    assertAgreementCurrentStep(input)
    const change = moveRequirementWorkflow.runAsStep({
      input: transform({ input }, ({ input: { vendor_id, version, actor } }) => ({
        vendor_id,
        key: "agreement" as const,
        to: "accepted" as const,
        actor,
        by: "shop" as const,
        agreement_version: version,
      })),
    })

    return new WorkflowResponse(change)
  }
)
