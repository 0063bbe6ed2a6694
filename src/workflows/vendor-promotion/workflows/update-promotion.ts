import { RuleType } from "@medusajs/framework/utils"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import {
  acquireLockStep,
  batchPromotionRulesWorkflow,
  releaseLockStep,
  updateCampaignsWorkflow,
  updatePromotionsWorkflow,
} from "@medusajs/medusa/core-flows"
import { promotionLock } from "../promotion-lock"
import { planPromotionUpdateStep, type UpdatePromotionInput } from "../steps/plan-promotion-update"

export const updateVendorPromotionWorkflowId = "update-vendor-promotion"

/** Changes what a promotion is worth, when it holds and for which of the shop's products. */
export const updateVendorPromotionWorkflow = createWorkflow(
  updateVendorPromotionWorkflowId,
  (input: UpdatePromotionInput) => {
    const lock = transform({ input }, (data) => promotionLock({ vendor_id: data.input.vendor_id }))
    acquireLockStep(lock)
    const plan = planPromotionUpdateStep(input)
    batchPromotionRulesWorkflow
      .runAsStep({
        input: transform({ plan, input }, (data) => ({
          id: data.input.promotion_id,
          rule_type: RuleType.TARGET_RULES,
          ...data.plan.product_rules,
        })),
      })
      .config({ name: "set-products-of-promotion" })
    batchPromotionRulesWorkflow
      .runAsStep({
        input: transform({ plan, input }, (data) => ({
          id: data.input.promotion_id,
          rule_type: RuleType.RULES,
          ...data.plan.minimum_rules,
        })),
      })
      .config({ name: "set-minimum-of-promotion" })
    updateCampaignsWorkflow.runAsStep({
      input: transform({ plan }, (data) => ({ campaignsData: [data.plan.campaign] })),
    })
    // Last, so that one that is switched on holds for what was asked, and nothing else.
    updatePromotionsWorkflow.runAsStep({
      input: transform({ plan }, (data) => ({ promotionsData: [data.plan.promotion] })),
    })
    releaseLockStep(lock)

    return new WorkflowResponse({ id: input.promotion_id })
  }
)
