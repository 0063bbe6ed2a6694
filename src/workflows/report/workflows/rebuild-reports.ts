import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { rebuildReportsStep } from "../steps/rebuild-reports"

export const rebuildReportsWorkflowId = "rebuild-reports"

/** Works out all sums of reports from the orders themselves. */
export const rebuildReportsWorkflow = createWorkflow(
  rebuildReportsWorkflowId,
  () => new WorkflowResponse(rebuildReportsStep())
)
