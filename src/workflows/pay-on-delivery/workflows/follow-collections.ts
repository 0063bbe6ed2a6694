import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { releaseLockStep } from "@medusajs/medusa/core-flows"
import { takeOrder } from "../../vendor-order/order-lock"
import { followCollectionsStep } from "../steps/follow-collections"

export const followCollectionsWorkflowId = "follow-collections"

/** What a killed server left between the books and Medusa's order. */
export const followCollectionsWorkflow = createWorkflow(
  followCollectionsWorkflowId,
  ({ order_id }: { order_id: string }) => {
    const lock = takeOrder(order_id)
    const followed = followCollectionsStep({ order_id })
    releaseLockStep(lock)

    return new WorkflowResponse(followed)
  }
)
