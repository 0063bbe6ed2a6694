import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../lib/route-access"
import { listStatements } from "../../../../../workflows/ledger/vendor-statement"
import { knownVendor } from "./vendor"

export const ACCESS = { GET: staff("ledger:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const statements = await listStatements(req.scope, await knownVendor(req))

  res.json({ statements, count: statements.length })
}
