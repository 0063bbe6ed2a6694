import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor } from "../../../../../lib/route-access"
import { listBehind } from "../../../../../workflows/scorecard/list-behind"
import { boundVendorId, vendorContext } from "../../../context"
import type { GetOrdersBehindParamsType } from "../../validators"

export const ACCESS = { GET: vendor("orders:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { settings } = vendorContext(req)
  // Validated by the middleware of this very route.
  const query = req.validatedQuery as unknown as GetOrdersBehindParamsType
  const vendor_id = boundVendorId(req)

  res.json(
    await listBehind(req.scope, { vendor_id, metric: req.params.metric!, settings, query, now: new Date() })
  )
}
