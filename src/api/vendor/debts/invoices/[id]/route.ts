import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor } from "../../../../../lib/route-access"
import { retrieveInvoice } from "../../../../../workflows/debt/invoice-view"
import { boundVendorId } from "../../../context"

export const ACCESS = { GET: vendor("payouts:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({
    invoice: await retrieveInvoice(req.scope, { id: req.params.id!, vendor_id: boundVendorId(req) }),
  })
}
