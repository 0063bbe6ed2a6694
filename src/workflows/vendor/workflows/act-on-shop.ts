import { createWorkflow, transform, WorkflowResponse, when } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { recordAuditStep } from "../../audit/record-audit"
import { ownedLock } from "../../owned-lock"
import { tellOwnersStep } from "../../vendor-onboarding/steps/tell-owners"
import { type ActOnShopInput, planShopActionStep } from "../steps/plan-shop-action"
import { approveVendorWorkflow } from "./approve-vendor"
import { changeVendorStatusWorkflow } from "./change-vendor-status"

export const actOnShopWorkflowId = "act-on-shop"

/**
 * Approves, rejects, suspends, reinstates, closes or resubmits a shop, and tells its owners why. Of people who do the
 * same at once, or again, one does it; the others find it done.
 */
export const actOnShopWorkflow = createWorkflow(actOnShopWorkflowId, (input: ActOnShopInput) => {
  const lock = transform(input, ({ vendor_id }) =>
    ownedLock(`vendor-status:${vendor_id}`, { timeout: 10, ttl: 60 })
  )
  acquireLockStep(lock)
  const plan = planShopActionStep(input)
  when("shop-is-approved", { plan }, (data) => data.plan.is_approval).then(() => {
    approveVendorWorkflow.runAsStep({ input: plan.change })
  })
  when("shop-is-moved", { plan }, (data) => data.plan.is_other_change).then(() => {
    changeVendorStatusWorkflow.runAsStep({ input: plan.change })
  })
  releaseLockStep(lock)
  when("shop-has-changed", { plan }, (data) => data.plan.is_approval || data.plan.is_other_change).then(
    () => {
      tellOwnersStep(
        transform({ plan }, ({ plan: { change } }) => ({
          vendor_id: change.vendor_id,
          template: "shop_status_changed" as const,
          data: {
            status: change.to,
            explanation: change.reason ? `Reason: ${change.reason}` : "Sign in to see what you can do now.",
          },
        }))
      )
      recordAuditStep(
        transform({ plan }, ({ plan: { change } }) => ({
          action: "vendor.status-changed",
          vendor_id: change.vendor_id,
          record_type: "vendor",
          record_id: change.vendor_id,
          reason: change.reason,
          before: { status: change.from },
          after: { status: change.to },
        }))
      )
    }
  )

  return new WorkflowResponse(plan.change)
})
