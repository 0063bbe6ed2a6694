import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../lib/route-access"
import { retrieveChanges } from "../../../../../workflows/vendor-product/approval-queue"

export const ACCESS = { GET: staff("products:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({ product: await retrieveChanges(req.scope, req.params.id ?? "") })
}
