import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../lib/route-access"
import { retrieveCase } from "../../../../workflows/vendor-order/return-view"

export const ACCESS = { GET: staff("returns:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({ return: await retrieveCase(req.scope, req.params.id ?? "") })
}
