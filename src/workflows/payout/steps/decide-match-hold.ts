import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, notAllowed } from "../../../lib/errors"
import { PAYOUT_MODULE } from "../../../modules/payout"
import type PayoutModuleService from "../../../modules/payout/service"
import { retrieveMatchHold } from "../match-hold-view"

export type DecideMatchHoldInput = {
  vendor_order_id: string
  to: "released" | "kept"
  reason: string
  by: string
}

/** One statement on the row's own state, which the next run may act upon at once: so nothing may fail after this. */
export const decideMatchHoldStep = createStep(
  "decide-match-hold",
  async (input: DecideMatchHoldInput, { container }) => {
    const { state, vendor_id } = await retrieveMatchHold(container, input.vendor_order_id)
    const isDecided = await container.resolve<PayoutModuleService>(PAYOUT_MODULE).decideMatchHold(input)
    if (!isDecided) {
      throw notAllowed(ErrorCode.PAYOUT_TRANSITION_REFUSED, `Money that is ${state} cannot be ${input.to}.`)
    }

    return new StepResponse({ vendor_id, before: { state }, after: { state: input.to } })
  }
)
