import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../lib/route-access"
import { listCases } from "../../../workflows/vendor-order/return-view"
import type { AdminGetVendorReturnsParamsType } from "./validators"

export const ACCESS = { GET: staff("returns:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  // Validated by the middleware of this very route.
  const query = req.validatedQuery as unknown as AdminGetVendorReturnsParamsType
  const { limit, offset, order, ...filters } = query
  const page = { take: limit, skip: offset, is_ascending: order === "created_at" }

  res.json(await listCases(req.scope, filters, page))
}
