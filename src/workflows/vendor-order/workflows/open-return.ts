import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { releaseLockStep } from "@medusajs/medusa/core-flows"
import { takeOrder } from "../order-lock"
import { type OpenReturnWish, openReturnStep } from "../steps/open-return"

export const openReturnWorkflowId = "open-return"

/** The buyer asks to send goods of one shop back. */
export const openReturnWorkflow = createWorkflow(openReturnWorkflowId, (input: OpenReturnWish) => {
  const lock = takeOrder(input.order_id)
  const opened = openReturnStep(input)
  releaseLockStep(lock)

  return new WorkflowResponse(opened)
})
