import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type PurgeSessionsInput, purgeSessionsStep } from "../steps/purge-sessions"

export const purgeSessionsWorkflowId = "purge-sessions"

/** Removes sessions that expired long ago, in batches, as many as one run may. */
export const purgeSessionsWorkflow = createWorkflow(
  purgeSessionsWorkflowId,
  (input: PurgeSessionsInput) => new WorkflowResponse(purgeSessionsStep(input))
)
