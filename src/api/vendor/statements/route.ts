import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor } from "../../../lib/route-access"
import { listStatements } from "../../../workflows/ledger/vendor-statement"
import { boundVendorId } from "../context"

export const ACCESS = { GET: vendor("payouts:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const statements = await listStatements(req.scope, boundVendorId(req))

  res.json({ statements, count: statements.length })
}
