import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { VENDOR_MODULE } from "../../../modules/vendor"
import type { DecisionKind } from "../../../modules/vendor/domain/product-status"
import type VendorModuleService from "../../../modules/vendor/service"

export type RecordDecisionInput = {
  vendor_id: string
  product_id: string
  decision: DecisionKind
  reason: string | null
  actor: string
}

export const recordProductDecisionStep = createStep(
  "record-product-decision",
  async (input: RecordDecisionInput, { container }) => {
    const decision = await container.resolve<VendorModuleService>(VENDOR_MODULE).createProductDecisions(input)

    return new StepResponse({ id: decision.id }, decision.id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve<VendorModuleService>(VENDOR_MODULE).deleteProductDecisions(id)
    }
  }
)
