import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor } from "../../../../lib/route-access"
import { readStatement } from "../../../../workflows/ledger/vendor-statement"
import { boundVendorId } from "../../context"
import { periodOf } from "../period"

export const ACCESS = { GET: vendor("payouts:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({
    statement: await readStatement(req.scope, { vendor_id: boundVendorId(req), period: periodOf(req) }),
  })
}
