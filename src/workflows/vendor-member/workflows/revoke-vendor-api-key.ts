import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordAuditStep } from "../../audit/record-audit"
import { type RevokeApiKeyInput, revokeVendorApiKeyStep } from "../steps/revoke-vendor-api-key"

export const revokeVendorApiKeyWorkflowId = "revoke-vendor-api-key"

/** Ends a key of a shop; its next request is refused. */
export const revokeVendorApiKeyWorkflow = createWorkflow(
  revokeVendorApiKeyWorkflowId,
  (input: RevokeApiKeyInput) => {
    const id = revokeVendorApiKeyStep(input)
    recordAuditStep(
      transform({ id, input }, (data) => ({
        action: "vendor-api-key.revoked",
        vendor_id: data.input.vendor_id,
        record_type: "vendor_api_key",
        record_id: data.id,
      }))
    )

    return new WorkflowResponse(id)
  }
)
