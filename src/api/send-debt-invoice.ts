import type { MedusaRequest } from "@medusajs/framework/http"
import { invoicePage } from "../workflows/debt/invoice-page"
import { retrieveInvoice } from "../workflows/debt/invoice-view"
import { payToIn } from "../workflows/debt/pay-to"
import { sendPage } from "./send-page"

/** An invoice of a debt as a page to print; of one shop where that is named. */
export async function sendDebtInvoicePage(
  req: MedusaRequest,
  of: { id: string; vendor_id?: string }
): Promise<void> {
  const invoice = await retrieveInvoice(req.scope, of)
  sendPage(req, invoicePage(invoice, payToIn(invoice.currency_code)))
}
