import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type FollowPayoutsInput, followPayoutsStep } from "../steps/follow-payouts"

export const followPayoutsWorkflowId = "follow-payouts"

/** Asks the rails about payouts without a last word, and about those that may have come back. */
export const followPayoutsWorkflow = createWorkflow(
  followPayoutsWorkflowId,
  (input: FollowPayoutsInput) => new WorkflowResponse(followPayoutsStep(input))
)
