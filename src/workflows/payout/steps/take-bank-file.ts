import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PAYOUT_MODULE } from "../../../modules/payout"
import type PayoutModuleService from "../../../modules/payout/service"
import { payoutBooks } from "../books"
import { bankFileRefused } from "../refusals"
import { ACCOUNT_CHANGED, verdictsOn } from "../verdicts"

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
      fill_with: batch === undefined ? await sendable(container, currency_code) : [],
    })
    if (!payouts.length) {
      throw bankFileRefused(currency_code, batch)
    }

    return new StepResponse({ batch: taken, payout_ids: payouts.map(({ id }) => id) })
  }
)

/**
 * Between a payout and the file that pays it may lie days, in which its shop was stopped (then it waits) or got another
 * account (then it is called off).
 */
async function sendable(container: MedusaContainer, currency_code: string): Promise<string[]> {
  const service = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const waiting = (
    await service.listPayouts(
      { state: "pending", batch: null, currency_code },
      {
        take: MOST_LINES,
        order: { id: "ASC" },
        select: ["id", "rail", "vendor_id", "currency_code", "bank_account_id"],
      }
    )
  ).filter(({ rail }) => service.isManual(rail))
  const verdicts = await verdictsOn(container, waiting)
  const of = (wanted: string) => waiting.filter((_, index) => verdicts[index] === wanted).map(({ id }) => id)
  for (const id of of("call_off")) {
    await service.markPayout(
      { id, by: "system", to: "failed", reason: ACCOUNT_CHANGED },
      payoutBooks(container)
    )
  }

  return of("send")
}
