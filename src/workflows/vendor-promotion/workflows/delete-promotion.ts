import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, deletePromotionsWorkflow, releaseLockStep } from "@medusajs/medusa/core-flows"
import { promotionLock } from "../promotion-lock"
import { planPromotionRemovalStep } from "../steps/plan-promotion-removal"
import type { OwnPromotionRef } from "../types"

export const deleteVendorPromotionWorkflowId = "delete-vendor-promotion"

/**
 * Deletes a promotion that no order names. Its owner stays written down, for a cart that is being paid at this moment:
 * the order that comes of it has the shop's discount, and the shop pays for it.
 */
export const deleteVendorPromotionWorkflow = createWorkflow(
  deleteVendorPromotionWorkflowId,
  (input: OwnPromotionRef) => {
    const lock = transform({ input }, (data) => promotionLock({ vendor_id: data.input.vendor_id }))
    acquireLockStep(lock)
    const plan = planPromotionRemovalStep(input)
    deletePromotionsWorkflow.runAsStep({ input: plan })
    releaseLockStep(lock)

    return new WorkflowResponse({ id: input.promotion_id })
  }
)
