import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor } from "../../../lib/route-access"
import { readVendorBalances } from "../../../workflows/payout/vendor-balances"
import { boundVendorId } from "../context"

export const ACCESS = { GET: vendor("payouts:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({ balances: await readVendorBalances(req.scope, boundVendorId(req)) })
}
