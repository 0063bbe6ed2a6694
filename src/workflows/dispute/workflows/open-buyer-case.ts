import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { releaseLockStep } from "@medusajs/medusa/core-flows"
import { takeOrder } from "../../vendor-order/order-lock"
import { type OpenBuyerCaseInput, openBuyerCaseStep } from "../steps/open-buyer-case"

export const openBuyerCaseWorkflowId = "open-buyer-case"

/** A buyer opens a case about a shop's part of an order, and its money is held; under the lock that refunds take. */
export const openBuyerCaseWorkflow = createWorkflow(openBuyerCaseWorkflowId, (input: OpenBuyerCaseInput) => {
  const lock = takeOrder(input.order_id)
  const opened = openBuyerCaseStep(input)
  releaseLockStep(lock)

  return new WorkflowResponse(opened)
})
