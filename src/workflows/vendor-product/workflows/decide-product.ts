import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, emitEventStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { ProductEvents } from "../../../modules/vendor/events"
import { productLock } from "../product-lock"
import { type DecideProductInput, planProductDecisionStep } from "../steps/plan-product-decision"
import { recordProductDecisionStep } from "../steps/record-product-decision"
import { moveVendorProductWorkflow } from "./move-product"

export const decideProductWorkflowId = "decide-vendor-product"

/** Staff approve or reject a shop's product; the decision and its reason stay for the shop to read. */
export const decideProductWorkflow = createWorkflow(decideProductWorkflowId, (input: DecideProductInput) => {
  const lock = transform(input, productLock)
  acquireLockStep(lock)
  const move = planProductDecisionStep(input)
  recordProductDecisionStep(
    transform({ input, move }, (data) => ({
      vendor_id: data.move.vendor_id,
      product_id: data.move.id,
      decision: data.input.decision,
      reason: data.input.reason,
      actor: data.input.actor,
    }))
  )
  moveVendorProductWorkflow.runAsStep({ input: move })
  emitEventStep(
    transform({ input, move }, (data) => ({
      eventName: data.input.decision === "approved" ? ProductEvents.APPROVED : ProductEvents.REJECTED,
      data: { id: data.move.id, vendor_id: data.move.vendor_id, reason: data.input.reason },
    }))
  )
  releaseLockStep(lock)

  return new WorkflowResponse(move)
})
