import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { purgeThrottleStep } from "../steps/purge-throttle"

export const purgeThrottleWorkflowId = "purge-throttle"

/** Removes counters of attempts that ran out. */
export const purgeThrottleWorkflow = createWorkflow(
  purgeThrottleWorkflowId,
  () => new WorkflowResponse(purgeThrottleStep())
)
