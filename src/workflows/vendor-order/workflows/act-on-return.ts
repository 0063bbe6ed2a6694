import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { releaseLockStep } from "@medusajs/medusa/core-flows"
import { takeOrder } from "../order-lock"
import { type ActOnReturnInput, actOnReturnStep } from "../steps/act-on-return"

export const actOnReturnWorkflowId = "act-on-return"

/** A return is approved, rejected, sent, received or disputed. */
export const actOnReturnWorkflow = createWorkflow(
  actOnReturnWorkflowId,
  (input: ActOnReturnInput & { order_id: string }) => {
    const lock = takeOrder(input.order_id)
    const moved = actOnReturnStep(input)
    releaseLockStep(lock)

    return new WorkflowResponse(moved)
  }
)
