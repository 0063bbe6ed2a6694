import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordAuditStep } from "../../audit/record-audit"
import { type CancelInvoiceInput, cancelInvoiceStep } from "../steps/invoice"

export const cancelDebtInvoiceWorkflowId = "cancel-debt-invoice-of-shop"

/** Staff take an invoice back. */
export const cancelDebtInvoiceWorkflow = createWorkflow(
  cancelDebtInvoiceWorkflowId,
  (input: CancelInvoiceInput) => {
    const invoice = cancelInvoiceStep(input)
    recordAuditStep(
      transform({ invoice, input }, (data) => ({
        action: "vendor_debt.invoice_canceled",
        vendor_id: data.invoice.vendor_id,
        record_type: "debt_invoice",
        record_id: data.invoice.id,
        reason: data.input.reason,
        after: { state: data.invoice.state },
      }))
    )

    return new WorkflowResponse(invoice)
  }
)
