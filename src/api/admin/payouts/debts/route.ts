import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../lib/route-access"
import { listDebts } from "../../../../workflows/debt/debt-view"
import type { AdminGetDebtsParamsType } from "./validators"

export const ACCESS = { GET: staff("payouts:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  // Validated by the middleware of this very route.
  res.json(await listDebts(req.scope, req.validatedQuery as unknown as AdminGetDebtsParamsType))
}
