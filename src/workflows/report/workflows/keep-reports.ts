import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { keepReportsStep } from "../steps/keep-reports"

export const keepReportsWorkflowId = "keep-reports"

/** Works out anew what has changed since the last time. */
export const keepReportsWorkflow = createWorkflow(
  keepReportsWorkflowId,
  () => new WorkflowResponse(keepReportsStep())
)
