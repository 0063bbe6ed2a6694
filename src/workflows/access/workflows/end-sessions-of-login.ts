import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { EndSessionsOfLoginInput } from "../../../modules/access/session-rows"
import { endSessionsOfLoginStep } from "../steps/end-sessions-of-login"

export const endSessionsOfLoginWorkflowId = "end-sessions-of-login"

/** Signs a login out everywhere: all its sessions end, and so does every token that was issued before. */
export const endSessionsOfLoginWorkflow = createWorkflow(
  endSessionsOfLoginWorkflowId,
  (input: EndSessionsOfLoginInput) => new WorkflowResponse(endSessionsOfLoginStep(input))
)
