import { createWorkflow, type WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type WarnOwnerInput, warnOwnerStep } from "../steps/warn-owner"

export const warnOwnerWorkflowId = "warn-owner"

/** Tells the owner of a login what was changed in its name. */
export const warnOwnerWorkflow = createWorkflow(
  warnOwnerWorkflowId,
  (input: WorkflowData<WarnOwnerInput>) => new WorkflowResponse(warnOwnerStep(input))
)
