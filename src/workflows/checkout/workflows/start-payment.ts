import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { createPaymentSessionsWorkflow } from "@medusajs/medusa/core-flows"
import { validatePaymentStartStep } from "../steps/validate-payment-start"

export const startPaymentWorkflowId = "start-payment"

export type StartPaymentInput = {
  payment_collection_id: string
  provider_id: string
  customer_id?: string
  /** From the client; each provider takes an allow-list of it. */
  data?: Record<string, unknown>
}

/** Core's creation of a payment session, behind Merkato's checks and with the buyer's e-mail from the cart. */
export const startPaymentWorkflow = createWorkflow(startPaymentWorkflowId, (input: StartPaymentInput) => {
  const buyer = validatePaymentStartStep({ payment_collection_id: input.payment_collection_id })
  const session = transform({ input, buyer }, (data) => ({
    ...data.input,
    data: { ...data.input.data, ...(data.buyer.email ? { email: data.buyer.email } : {}) },
  }))

  return new WorkflowResponse(createPaymentSessionsWorkflow.runAsStep({ input: session }))
})
