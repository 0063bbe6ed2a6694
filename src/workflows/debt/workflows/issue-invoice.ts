import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordAuditStep } from "../../audit/record-audit"
import type { AskForInvoiceInput } from "../issue-invoice"
import { issueInvoiceStep } from "../steps/invoice"

export const issueDebtInvoiceWorkflowId = "issue-debt-invoice-of-shop"

/** Staff ask that a shop be invoiced what it owes. */
export const issueDebtInvoiceWorkflow = createWorkflow(
  issueDebtInvoiceWorkflowId,
  (input: AskForInvoiceInput) => {
    const issued = issueInvoiceStep(input)
    recordAuditStep(
      transform({ input, issued }, ({ input: { includes_cash }, issued: { invoice, is_new } }) => ({
        action: "vendor_debt.invoiced",
        vendor_id: invoice.vendor_id,
        record_type: "debt_invoice",
        record_id: invoice.id,
        after: {
          number: invoice.number,
          amount: invoice.amount,
          currency_code: invoice.currency_code,
          includes_cash,
          is_new,
        },
      }))
    )

    return new WorkflowResponse(issued)
  }
)
