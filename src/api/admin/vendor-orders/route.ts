import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../lib/route-access"
import { listPlatformOrders } from "../../../workflows/vendor-order/platform-orders"
import type { AdminGetVendorOrdersParamsType } from "./validators"

export const ACCESS = { GET: staff("orders:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  // Validated by the middleware of this very route.
  const { created_at, ...query } = req.validatedQuery as unknown as AdminGetVendorOrdersParamsType
  res.json(
    await listPlatformOrders(req.scope, {
      ...query,
      placed_from: created_at?.$gte,
      placed_before: created_at?.$lt,
    })
  )
}
