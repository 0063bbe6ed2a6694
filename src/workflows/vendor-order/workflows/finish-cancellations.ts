import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type FinishCancellationsInput, finishCancellationsStep } from "../steps/finish-cancellations"

export const finishCancellationsWorkflowId = "finish-vendor-cancellations"

/** One run over the cancellations that are not at their end. */
export const finishCancellationsWorkflow = createWorkflow(
  finishCancellationsWorkflowId,
  (input: FinishCancellationsInput) => new WorkflowResponse(finishCancellationsStep(input))
)
