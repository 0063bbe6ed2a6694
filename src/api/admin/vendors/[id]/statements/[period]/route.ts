import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../../lib/route-access"
import { readStatement } from "../../../../../../workflows/ledger/vendor-statement"
import { periodOf } from "../../../../../vendor/statements/period"
import { knownVendor } from "../vendor"

export const ACCESS = { GET: staff("ledger:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const of = { vendor_id: await knownVendor(req), period: periodOf(req) }

  res.json({ statement: await readStatement(req.scope, of) })
}
