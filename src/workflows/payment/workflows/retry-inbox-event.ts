import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordAuditStep } from "../../audit/record-audit"
import { processInboxEventStep } from "../steps/process-inbox-event"
import { reviveInboxEventStep } from "../steps/revive-inbox-event"

export const retryInboxEventWorkflowId = "retry-inbox-event"

/** Staff have an event acted on that was given up. */
export const retryInboxEventWorkflow = createWorkflow(
  retryInboxEventWorkflowId,
  (input: { event_id: string }) => {
    const revived = reviveInboxEventStep(input)
    const outcome = processInboxEventStep(revived)
    recordAuditStep(
      transform({ input, outcome }, (data) => ({
        action: "webhook_event.retried",
        record_type: "webhook_event",
        record_id: data.input.event_id,
        after: { outcome: data.outcome },
      }))
    )

    return new WorkflowResponse(outcome)
  }
)
