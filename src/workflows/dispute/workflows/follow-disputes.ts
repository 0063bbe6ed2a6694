import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { followDisputesStep } from "../steps/follow-disputes"

export const followDisputesWorkflowId = "follow-disputes"

/** Asks the gateways about chargebacks, answers those that are due, and goes on with what was interrupted. */
export const followDisputesWorkflow = createWorkflow(
  followDisputesWorkflowId,
  () => new WorkflowResponse(followDisputesStep())
)
