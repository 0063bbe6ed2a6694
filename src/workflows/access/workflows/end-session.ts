import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { endSessionsStep } from "../steps/end-sessions"
import { requireSessionStep } from "../steps/require-session"

export const endSessionWorkflowId = "end-session"

export type EndSessionInput = { id: string; actor_type: string; actor_id: string; because: string }

/** Ends one session of the one who asks; any other is not found. */
export const endSessionWorkflow = createWorkflow(endSessionWorkflowId, (input: EndSessionInput) => {
  const ended = endSessionsStep(input)
  requireSessionStep(
    transform({ input, ended }, (data) => ({ id: data.input.id, ended_ids: data.ended.ids }))
  )

  return new WorkflowResponse(ended)
})
