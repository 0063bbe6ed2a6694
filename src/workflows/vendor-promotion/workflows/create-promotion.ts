import { Modules } from "@medusajs/framework/utils"
import { createWorkflow, transform, WorkflowResponse, when } from "@medusajs/framework/workflows-sdk"
import {
  acquireLockStep,
  createPromotionsWorkflow,
  createRemoteLinkStep,
  releaseLockStep,
  updatePromotionsStatusWorkflow,
} from "@medusajs/medusa/core-flows"
import { VENDOR_MODULE } from "../../../modules/vendor"
import { promotionLock } from "../promotion-lock"
import { type CreatePromotionInput, planPromotionCreationStep } from "../steps/plan-promotion-creation"

export const createVendorPromotionWorkflowId = "create-vendor-promotion"

/** Makes a promotion of a shop. It is a draft until its owner is written down: what has none is paid by the platform. */
export const createVendorPromotionWorkflow = createWorkflow(
  createVendorPromotionWorkflowId,
  (input: CreatePromotionInput) => {
    const lock = transform(input, promotionLock)
    acquireLockStep(lock)
    const plan = planPromotionCreationStep(input)
    const promotions = createPromotionsWorkflow.runAsStep({
      input: transform({ plan }, (data) => ({ promotionsData: [data.plan.promotion] })),
    })
    const id = transform({ promotions }, (data) => data.promotions[0]?.id ?? "")
    createRemoteLinkStep(
      transform({ id, input }, (data) => [
        {
          [Modules.PROMOTION]: { promotion_id: data.id },
          [VENDOR_MODULE]: { vendor_id: data.input.vendor_id },
        },
      ])
    )
    when("not-a-draft", { plan }, (data) => data.plan.status !== "draft").then(() => {
      updatePromotionsStatusWorkflow.runAsStep({
        input: transform({ plan, id }, (data) => ({
          promotionsData: [{ id: data.id, status: data.plan.status }],
        })),
      })
    })
    releaseLockStep(lock)

    return new WorkflowResponse({ id })
  }
)
