import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { CreateApiKeyInput } from "../../../modules/vendor/team-types"
import { recordAuditStep } from "../../audit/record-audit"
import { createVendorApiKeyStep } from "../steps/create-vendor-api-key"

export const createVendorApiKeyWorkflowId = "create-vendor-api-key"

/** Keeps a new key of a shop. It never sees the key itself, only its hash. */
export const createVendorApiKeyWorkflow = createWorkflow(
  createVendorApiKeyWorkflowId,
  (input: CreateApiKeyInput) => {
    const key = createVendorApiKeyStep(input)
    recordAuditStep(
      transform({ key }, ({ key: { id, vendor_id, name, prefix, permissions, expires_at } }) => ({
        action: "vendor-api-key.created",
        vendor_id,
        record_type: "vendor_api_key",
        record_id: id,
        after: { name, prefix, permissions, expires_at },
      }))
    )

    return new WorkflowResponse(key)
  }
)
