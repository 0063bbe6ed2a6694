import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { anyone, type RouteAccess } from "../../../../../lib/route-access"
import { groupCartByVendor } from "../../../../../workflows/shipping/group-cart-by-vendor"

export const ACCESS = { GET: anyone() } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json(await groupCartByVendor(req.scope, req.params.id!))
}
