import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type PostPaymentMovementsInput, postPaymentMovementsStep } from "../steps/post-payment-movements"

export const postPaymentMovementsWorkflowId = "post-payment-movements"

/** Brings the books up to a payment's captures and refunds as Medusa has them. */
export const postPaymentMovementsWorkflow = createWorkflow(
  postPaymentMovementsWorkflowId,
  (input: PostPaymentMovementsInput) => new WorkflowResponse(postPaymentMovementsStep(input))
)
