import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PAYOUT_MODULE } from "../../../modules/payout"
import type { PayoutTerms } from "../../../modules/payout/domain/terms"
import type PayoutModuleService from "../../../modules/payout/service"
import { readPayoutTerms } from "../read-payout-terms"

export type SetPayoutTermsInput = { vendor_id: string; terms: Partial<PayoutTerms>; by: string }

/** What is not named stays as it is. @throws not found for a vendor that does not exist */
export const setPayoutTermsStep = createStep(
  "set-payout-terms",
  async ({ vendor_id, terms, by }: SetPayoutTermsInput, { container }) => {
    const { vendor_id: _, ...before } = await readPayoutTerms(container, vendor_id)
    const after = { ...before, ...terms }
    await container
      .resolve<PayoutModuleService>(PAYOUT_MODULE)
      .saveTerms({ ...after, vendor_id, changed_by: by })

    return new StepResponse({ before, after }, { ...before, vendor_id, changed_by: by })
  },
  async (undo, { container }) => {
    if (undo) {
      await container.resolve<PayoutModuleService>(PAYOUT_MODULE).saveTerms(undo)
    }
  }
)
