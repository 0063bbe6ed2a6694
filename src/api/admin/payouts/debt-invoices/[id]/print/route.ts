import type { MedusaRequest } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../../lib/route-access"
import { sendDebtInvoicePage } from "../../../../../send-debt-invoice"

export const ACCESS = { GET: staff("payouts:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest) => {
  await sendDebtInvoicePage(req, { id: req.params.id! })
}
