import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, notAllowed } from "../../../lib/errors"
import { countOwnOptions, retrieveEditableOption } from "../own-options"
import type { OwnOptionRef } from "../types"

/** The rule of this shop's option that has to change for nobody to be offered it. Reads only. */
export const planOptionWithdrawalStep = createStep(
  "plan-vendor-shipping-option-withdrawal",
  async (ref: OwnOptionRef, { container }) => {
    const option = await retrieveEditableOption(container, ref)
    if ((await countOwnOptions(container, ref.vendor_id)) < 2) {
      throw notAllowed(
        ErrorCode.LAST_SHIPPING_OPTION,
        "This is the shop's last shipping option: without one nobody could buy. Add another one first."
      )
    }

    return new StepResponse({ id: option.id, rule_id: option.enabled_rule_id })
  }
)
