import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor } from "../../../lib/route-access"
import { readDebts } from "../../../workflows/debt/debt-view"
import { boundVendorId } from "../context"

export const ACCESS = { GET: vendor("payouts:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json(await readDebts(req.scope, boundVendorId(req)))
}
