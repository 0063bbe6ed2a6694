import { generateEntityId } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PAYOUT_MODULE } from "../../../modules/payout"
import type PayoutModuleService from "../../../modules/payout/service"

/** One bank upload; what does not fit is in the next. */
const MOST_LINES = 1000

export type TakeBankFileInput = {
  currency_code: string
  /** A file that was taken before; a new one unless it is named. */
  batch?: string
}

/** Nothing to take back: a payout stays in the file that it is in, so that no other file pays it again. */
export const takeBankFileStep = createStep(
  "take-bank-file",
  async ({ currency_code, batch }: TakeBankFileInput, { container }) => {
    const taken = batch ?? generateEntityId("", "pbat")
    const payouts = await container.resolve<PayoutModuleService>(PAYOUT_MODULE).takeBatch({
      batch: taken,
      currency_code,
      is_new: batch === undefined,
      limit: MOST_LINES,
    })

    return new StepResponse({ batch: taken, payout_ids: payouts.map(({ id }) => id) })
  }
)
