import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type FindDefaultShippingInput, findDefaultShippingStep } from "../steps/find-default-shipping"

export const findDefaultShippingWorkflowId = "find-default-shipping"

/** What to set, in the same request as the shopper's own choice, for the shops that the shopper has not chosen for. */
export const findDefaultShippingWorkflow = createWorkflow(
  findDefaultShippingWorkflowId,
  (input: FindDefaultShippingInput) => new WorkflowResponse(findDefaultShippingStep(input))
)
