import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import {
  acquireLockStep,
  batchShippingOptionRulesWorkflow,
  releaseLockStep,
} from "@medusajs/medusa/core-flows"
import { shippingLock } from "../shipping-lock"
import { planOptionWithdrawalStep } from "../steps/plan-option-withdrawal"
import type { OwnOptionRef } from "../types"

export const withdrawVendorShippingOptionWorkflowId = "withdraw-vendor-shipping-option"

/**
 * Offers a way of delivery to nobody any more. The record stays: core reads it to complete a cart whose buyer is
 * paying at this moment, and to send the orders that chose it.
 */
export const withdrawVendorShippingOptionWorkflow = createWorkflow(
  withdrawVendorShippingOptionWorkflowId,
  (input: OwnOptionRef) => {
    const lock = transform(input, shippingLock)
    acquireLockStep(lock)
    const plan = planOptionWithdrawalStep(input)
    batchShippingOptionRulesWorkflow.runAsStep({
      input: transform({ plan }, (data) => ({
        update: [
          {
            id: data.plan.rule_id,
            attribute: "enabled_in_store",
            operator: "eq" as const,
            value: "false",
          },
        ],
      })),
    })
    releaseLockStep(lock)

    return new WorkflowResponse(transform({ plan }, (data) => ({ id: data.plan.id })))
  }
)
