import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { EndSessionsOfActorInput } from "../../../modules/access/session-rows"
import { endSessionsStep } from "../steps/end-sessions"

export const endSessionsWorkflowId = "end-sessions-of-actor"

/** Ends sessions of users or buyers, all of them or a named one; there may be none. */
export const endSessionsWorkflow = createWorkflow(
  endSessionsWorkflowId,
  (input: EndSessionsOfActorInput) => new WorkflowResponse(endSessionsStep(input))
)
