import type { MedusaRequest } from "@medusajs/framework/http"
import { type RouteAccess, vendor } from "../../../../../../lib/route-access"
import { sendDebtInvoicePage } from "../../../../../send-debt-invoice"
import { boundVendorId } from "../../../../context"

export const ACCESS = { GET: vendor("payouts:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest) => {
  await sendDebtInvoicePage(req, { id: req.params.id!, vendor_id: boundVendorId(req) })
}
