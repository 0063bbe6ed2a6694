import type { FulfillmentWorkflow } from "@medusajs/framework/types"
import { createWorkflow, transform, WorkflowResponse, when } from "@medusajs/framework/workflows-sdk"
import {
  acquireLockStep,
  createShippingOptionTypesWorkflow,
  releaseLockStep,
  updateShippingOptionsWorkflow,
  updateShippingOptionTypesWorkflow,
} from "@medusajs/medusa/core-flows"
import { shippingLock } from "../shipping-lock"
import { planOptionUpdateStep, type UpdateOptionInput } from "../steps/plan-option-update"
import { ensureVendorZoneWorkflow } from "./ensure-zone"

export const updateVendorShippingOptionWorkflowId = "update-vendor-shipping-option"

type NewType = { label: string; description: string; code: string }

const typeFields = (type: NewType | null): NewType => ({
  label: type?.label ?? "",
  description: type?.description ?? "",
  code: type?.code ?? "",
})

/** Changes how a way of delivery is called, what it costs and where it goes. */
export const updateVendorShippingOptionWorkflow = createWorkflow(
  updateVendorShippingOptionWorkflowId,
  (input: UpdateOptionInput) => {
    const lock = transform(input, shippingLock)
    acquireLockStep(lock)
    const plan = planOptionUpdateStep(input)
    const zone = ensureVendorZoneWorkflow.runAsStep({
      input: transform({ plan }, (data) => ({ zone: data.plan.zone })),
    })
    when("own-type", { plan }, (data) => Boolean(data.plan.type?.id)).then(() => {
      updateShippingOptionTypesWorkflow.runAsStep({
        input: transform({ plan }, (data) => ({
          selector: { id: data.plan.type?.id ?? "" },
          update: typeFields(data.plan.type),
        })),
      })
    })
    const types = when("new-type", { plan }, (data) => Boolean(data.plan.type && !data.plan.type.id)).then(
      () =>
        createShippingOptionTypesWorkflow.runAsStep({
          input: transform({ plan }, (data) => ({ shipping_option_types: [typeFields(data.plan.type)] })),
        })
    )
    updateShippingOptionsWorkflow.runAsStep({
      input: transform({ plan, zone, types }, (data) => [
        // Core's type asks for numbers as amounts; a decimal in a text is exact.
        {
          ...data.plan.option,
          ...(data.zone.id ? { service_zone_id: data.zone.id } : {}),
          ...(data.types?.[0] ? { type_id: data.types[0].id } : {}),
        } as FulfillmentWorkflow.UpdateShippingOptionsWorkflowInput,
      ]),
    })
    releaseLockStep(lock)

    return new WorkflowResponse(transform({ plan }, (data) => ({ id: data.plan.option.id })))
  }
)
