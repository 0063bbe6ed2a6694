import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { releaseLockStep } from "@medusajs/medusa/core-flows"
import { takeOrder } from "../../vendor-order/order-lock"
import { type OpenPrepaymentInput, openPrepaymentStep } from "../steps/open-prepayment"

export const prepayVendorOrderWorkflowId = "prepay-vendor-order"

/** The buyer of a vendor order that is to be paid at the door gets a link to pay it before. */
export const prepayVendorOrderWorkflow = createWorkflow(
  prepayVendorOrderWorkflowId,
  (input: OpenPrepaymentInput) => {
    const lock = takeOrder(input.order_id)
    const opened = openPrepaymentStep(input)
    releaseLockStep(lock)

    return new WorkflowResponse(opened)
  }
)
