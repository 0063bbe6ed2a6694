import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../lib/route-access"
import { listAllPayouts } from "../../../workflows/payout/payout-view"
import type { AdminGetPayoutsParamsType } from "./validators"

export const ACCESS = { GET: staff("payouts:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  // Validated by the middleware of this very route.
  res.json(await listAllPayouts(req.scope, req.validatedQuery as unknown as AdminGetPayoutsParamsType))
}
