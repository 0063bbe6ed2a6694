import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, createShippingOptionsWorkflow, releaseLockStep } from "@medusajs/medusa/core-flows"
import { shippingLock } from "../shipping-lock"
import { type CreateOptionInput, planOptionCreationStep } from "../steps/plan-option-creation"
import { ensureVendorZoneWorkflow } from "./ensure-zone"

export const createVendorShippingOptionWorkflowId = "create-vendor-shipping-option"

const MANUAL_PROVIDER = "manual_manual"

/** Adds a way of delivery at a fixed price, sent by the shop itself; profile, zone, provider and rules are never asked for. */
export const createVendorShippingOptionWorkflow = createWorkflow(
  createVendorShippingOptionWorkflowId,
  (input: CreateOptionInput) => {
    const lock = transform(input, shippingLock)
    acquireLockStep(lock)
    const plan = planOptionCreationStep(input)
    const zone = ensureVendorZoneWorkflow.runAsStep({
      input: transform({ plan }, (data) => ({ zone: data.plan.zone })),
    })
    const options = createShippingOptionsWorkflow.runAsStep({
      input: transform({ plan, zone }, (data) => [
        {
          name: data.plan.name,
          price_type: "flat" as const,
          provider_id: MANUAL_PROVIDER,
          service_zone_id: data.zone.id ?? "",
          shipping_profile_id: data.plan.shipping_profile_id,
          type: data.plan.type,
          // Core's type asks for a number; a decimal in a text is exact.
          prices: data.plan.prices as unknown as { currency_code: string; amount: number }[],
          rules: [
            { attribute: "enabled_in_store", value: "true", operator: "eq" as const },
            { attribute: "is_return", value: "false", operator: "eq" as const },
          ],
        },
      ]),
    })
    releaseLockStep(lock)

    return new WorkflowResponse(transform({ options }, (data) => ({ id: data.options[0]?.id ?? "" })))
  }
)
