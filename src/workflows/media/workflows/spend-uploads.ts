import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { UploadSpending } from "../../../modules/vendor/upload-usage-rows"
import { spendUploadsStep } from "../steps/spend-uploads"

export const spendUploadsWorkflowId = "spend-uploads"

/** Counts files that a shop has sent against what it may send in a day. */
export const spendUploadsWorkflow = createWorkflow(
  spendUploadsWorkflowId,
  (input: Omit<UploadSpending, "now">) => new WorkflowResponse(spendUploadsStep(input))
)
