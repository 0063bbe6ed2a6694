import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordAuditStep } from "../../audit/record-audit"
import { type ActOnCaseInput, actOnCaseStep } from "../steps/act-on-case"

export const actOnCaseWorkflowId = "act-on-case"

/** A shop accepts, or staff rule, submit the evidence, or name the items of a case. */
export const actOnCaseWorkflow = createWorkflow(actOnCaseWorkflowId, (input: ActOnCaseInput) => {
  const change = actOnCaseStep(input)
  recordAuditStep(
    transform({ input, change }, (data) => ({
      action: `dispute.${data.input.action}`,
      vendor_id: "vendor_id" in data.input ? data.input.vendor_id : null,
      record_type: "dispute",
      record_id: data.input.dispute_id,
      reason: "reason" in data.input ? data.input.reason : null,
      before: data.change.before,
      after: data.change.after,
    }))
  )

  return new WorkflowResponse(change)
})
