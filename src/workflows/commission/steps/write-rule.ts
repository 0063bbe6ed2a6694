import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { COMMISSION_MODULE } from "../../../modules/commission"
import type { CommissionTerms } from "../../../modules/commission/domain/rule"
import type CommissionModuleService from "../../../modules/commission/service"
import { assertWritable } from "../check-writing"
import { changedTerms, ruleInForce } from "../rule-in-force"

export type WriteRuleInput =
  | { terms: CommissionTerms; replaced_id?: undefined }
  | { terms: Partial<CommissionTerms>; replaced_id: string }

export const writeRuleStep = createStep(
  "write-commission-rule",
  async (input: WriteRuleInput, { container }) => {
    const before = input.replaced_id === undefined ? null : await ruleInForce(container, input.replaced_id)
    // Without a rule to replace, the terms are complete: the type of the input says so.
    const terms = withDates(before ? changedTerms(before, input.terms) : (input.terms as CommissionTerms))
    await assertWritable(container, terms, before?.id)
    const after = await container
      .resolve<CommissionModuleService>(COMMISSION_MODULE)
      .writeRule(terms, before?.id)

    return new StepResponse({ before, after }, { id: after.id, replaced_id: before?.id })
  },
  async (written, { container }) => {
    if (written) {
      await container
        .resolve<CommissionModuleService>(COMMISSION_MODULE)
        .undoWrite(written.id, written.replaced_id)
    }
  }
)

/** What a workflow is given comes as JSON, where a date is a text: compared as it is, it would be neither before nor after. */
function withDates({ starts_at, ends_at, ...terms }: CommissionTerms): CommissionTerms {
  return { ...terms, starts_at: starts_at && new Date(starts_at), ends_at: ends_at && new Date(ends_at) }
}
