import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, invalidData } from "../../../lib/errors"
import { minorUnitsOf } from "../../../lib/money"
import { openAsked } from "../open-asked"

export type RequestPayoutInput = {
  vendor_id: string
  currency_code: string
  /** In major units, as a decimal; all that is available unless it is said. */
  amount?: string
  by: string
}

/** A payout that is made is not unmade: whoever does not want it has it rejected. So nothing may fail after this. */
export const requestPayoutStep = createStep(
  "request-payout",
  async ({ vendor_id, currency_code, amount, by }: RequestPayoutInput, { container }) => {
    const payout = await openAsked(container, {
      origin: "vendor",
      vendor_id,
      currency_code,
      amount_minor: amount === undefined ? undefined : exactly(amount, currency_code),
      requested_by: by,
    })

    return new StepResponse({ id: payout.id, state: payout.state, amount_minor: String(payout.amount_minor) })
  }
)

/** An amount is never rounded for anybody: what the currency cannot pay is refused. */
function exactly(amount: string, currencyCode: string): bigint {
  const minor = minorUnitsOf(amount, currencyCode)
  if (minor === null) {
    throw invalidData(ErrorCode.PAYOUT_AMOUNT_INVALID, "The amount has more decimals than the currency.")
  }

  return minor
}
