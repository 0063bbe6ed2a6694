import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { releaseMoneyStep } from "../steps/release-money"

export const releaseMoneyWorkflowId = "release-vendor-money"

/** Makes available what was held long enough, and the reserves whose time is over. */
export const releaseMoneyWorkflow = createWorkflow(
  releaseMoneyWorkflowId,
  () => new WorkflowResponse(releaseMoneyStep())
)
