import { createWorkflow, type WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { EndOtherSessionsInput } from "../../../modules/access/phone-rows"
import { endOtherSessionsStep } from "../steps/end-other-sessions"

export const endOtherSessionsWorkflowId = "end-other-sessions"

/** Ends all sessions of a login but the one that asks for it. */
export const endOtherSessionsWorkflow = createWorkflow(
  endOtherSessionsWorkflowId,
  (input: WorkflowData<EndOtherSessionsInput>) => new WorkflowResponse(endOtherSessionsStep(input))
)
