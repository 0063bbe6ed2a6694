import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { invoiceView } from "../invoice-view"
import { type AskForInvoiceInput, cancelInvoice, issueAsked } from "../issue-invoice"
import { type SettleDebtInput, settleDebt } from "../settle-debt"

/** The number is given for ever: nothing that follows may fail. */
export const issueInvoiceStep = createStep(
  "issue-debt-invoice",
  async (input: AskForInvoiceInput, { container }) => {
    const { invoice, is_new } = await issueAsked(container, input)

    return new StepResponse({ is_new, invoice: await invoiceView(container, invoice) })
  }
)

export type CancelInvoiceInput = { id: string; by: string; reason: string }

/** The same. */
export const cancelInvoiceStep = createStep(
  "cancel-debt-invoice",
  async (input: CancelInvoiceInput, { container }) =>
    new StepResponse(await invoiceView(container, await cancelInvoice(container, input)))
)

/** What is in the books stays there: the same. */
export const settleDebtStep = createStep("settle-debt", async (input: SettleDebtInput, { container }) => {
  return new StepResponse(await settleDebt(container, input))
})
