import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordAuditStep } from "../../audit/record-audit"
import { type FinishLineInput, finishLineStep } from "../steps/finish-line"

export const finishLineWorkflowId = "finish-reconciliation-line"

/** A member of staff has dealt with a difference, and says how. */
export const finishLineWorkflow = createWorkflow(finishLineWorkflowId, (input: FinishLineInput) => {
  const line = finishLineStep(input)
  recordAuditStep(
    transform({ line }, (data) => ({
      action: "reconciliation.done",
      record_type: "reconciliation_line",
      record_id: data.line.id,
      reason: data.line.note,
      after: { cause: data.line.cause },
    }))
  )

  return new WorkflowResponse(line)
})
