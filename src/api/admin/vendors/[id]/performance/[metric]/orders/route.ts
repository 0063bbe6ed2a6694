import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../../../lib/route-access"
import { listBehindForStaff } from "../../../../../../../workflows/scorecard/list-behind"
import { staffContext } from "../../../../../../access/admit-staff"
import type { GetOrdersBehindParamsType } from "../../../../../../vendor/performance/validators"

export const ACCESS = { GET: staff("vendors:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { settings } = staffContext(req).grants
  // Validated by the middleware of this very route.
  const query = req.validatedQuery as unknown as GetOrdersBehindParamsType
  const { id: vendor_id = "", metric = "" } = req.params

  res.json(await listBehindForStaff(req.scope, { vendor_id, metric, settings, query, now: new Date() }))
}
