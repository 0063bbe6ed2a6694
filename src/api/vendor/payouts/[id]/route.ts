import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor } from "../../../../lib/route-access"
import { retrieveVendorPayout } from "../../../../workflows/payout/payout-view"
import { boundVendorId } from "../../context"

export const ACCESS = { GET: vendor("payouts:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({ payout: await retrieveVendorPayout(req.scope, boundVendorId(req), req.params.id!) })
}
