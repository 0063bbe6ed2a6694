import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor } from "../../../../lib/route-access"
import { listInvoicesOfVendor } from "../../../../workflows/debt/invoice-view"
import { boundVendorId } from "../../context"
import type { VendorGetDebtInvoicesParamsType } from "../validators"

export const ACCESS = { GET: vendor("payouts:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  // Validated by the middleware of this very route.
  const query = req.validatedQuery as unknown as VendorGetDebtInvoicesParamsType

  res.json(await listInvoicesOfVendor(req.scope, { ...query, vendor_id: boundVendorId(req) }))
}
