import { ProductWorkflowEvents } from "@medusajs/framework/utils"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, emitEventStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { ProductEvents } from "../../../modules/vendor/events"
import type { DecideProductInput } from "../../../modules/vendor/types"
import { recordAuditStep } from "../../audit/record-audit"
import { productLock } from "../product-lock"
import { decideProductStep } from "../steps/decide-product"
import { planProductDecisionStep } from "../steps/plan-product-decision"

export const decideProductWorkflowId = "decide-vendor-product"

/** Staff approve or reject a shop's product as they have seen it; the decision and its reason stay for the shop to read. */
export const decideProductWorkflow = createWorkflow(
  decideProductWorkflowId,
  (input: Omit<DecideProductInput, "vendor_id">) => {
    const lock = transform(input, productLock)
    acquireLockStep(lock)
    const plan = planProductDecisionStep(input)
    const decided = decideProductStep(
      transform({ input, plan }, (data) => ({ ...data.input, vendor_id: data.plan.vendor_id }))
    )
    // The status is written beside core's workflow, which would have told those who keep an index of products.
    emitEventStep({
      eventName: ProductWorkflowEvents.UPDATED,
      data: { id: input.product_id },
    }).config({ name: "tell-of-moved-product" })
    emitEventStep(
      transform({ input, plan }, (data) => ({
        eventName: data.input.decision === "approved" ? ProductEvents.APPROVED : ProductEvents.REJECTED,
        data: { id: data.input.product_id, vendor_id: data.plan.vendor_id, reason: data.input.reason },
      }))
    )
    releaseLockStep(lock)
    recordAuditStep(
      transform({ input, plan, decided }, (data) => ({
        action: `product.${data.input.decision}`,
        vendor_id: data.plan.vendor_id,
        record_type: "product",
        record_id: data.input.product_id,
        reason: data.input.reason,
        before: { status: data.decided.from },
        after: { status: data.decided.to },
      }))
    )

    return new WorkflowResponse(
      transform({ plan, decided }, (data) => ({
        id: data.decided.product_id,
        vendor_id: data.plan.vendor_id,
        status: data.decided.to,
      }))
    )
  }
)
