import { createHook, createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { postSaleStep } from "../steps/post-sale"
import { type PartitionOrderInput, recordPartitionStep } from "../steps/record-partition"

export const partitionOrderWorkflowId = "partition-order"

/**
 * Divides an order into vendor orders and posts the sale. Safe to run again at any time: what exists is kept.
 * Plugins that want to act on the vendor orders of a new order use its hook `orderPartitioned`; core's own
 * `orderCreated` hook takes one handler and Merkato has it.
 */
export const partitionOrderWorkflow = createWorkflow(
  partitionOrderWorkflowId,
  (input: PartitionOrderInput) => {
    const recorded = recordPartitionStep(input)
    postSaleStep({ recorded, payment_session_id: input.payment_session_id })

    const vendorOrders = transform({ recorded }, (data) =>
      data.recorded.vendor_orders.map(({ id, vendor_id, display_number }) => ({
        id,
        vendor_id,
        display_number,
      }))
    )
    const orderPartitioned = createHook("orderPartitioned", {
      order_id: input.order_id,
      cart_id: input.cart_id,
      vendor_orders: vendorOrders,
    })

    return new WorkflowResponse(recorded, { hooks: [orderPartitioned] })
  }
)
