import { createWorkflow, type WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type SendOrderLinkInput, sendOrderLinkStep } from "../steps/send-order-link"

export const sendOrderLinkWorkflowId = "send-order-link"

/** Sends the link that opens an order to the address that the order was placed with, and to no other. */
export const sendOrderLinkWorkflow = createWorkflow(
  sendOrderLinkWorkflowId,
  (input: WorkflowData<SendOrderLinkInput>) => new WorkflowResponse(sendOrderLinkStep(input))
)
