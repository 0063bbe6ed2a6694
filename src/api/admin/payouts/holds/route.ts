import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../lib/route-access"
import { listMatchHolds } from "../../../../workflows/payout/match-hold-view"
import type { AdminGetPayoutHoldsParamsType } from "../validators"

export const ACCESS = { GET: staff("payouts:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  // Validated by the middleware of this very route.
  res.json(await listMatchHolds(req.scope, req.validatedQuery as unknown as AdminGetPayoutHoldsParamsType))
}
