import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../lib/route-access"
import { listStandings } from "../../../workflows/scorecard/list-standings"
import type { AdminGetPerformanceParamsType } from "./validators"

export const ACCESS = { GET: staff("vendors:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  // Validated by the middleware of this very route.
  const query = req.validatedQuery as unknown as AdminGetPerformanceParamsType

  res.json(await listStandings(req.scope, query))
}
