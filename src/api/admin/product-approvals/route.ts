import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../lib/route-access"
import { listApprovals } from "../../../workflows/vendor-product/approval-queue"
import type { AdminGetProductApprovalsParamsType } from "./validators"

export const ACCESS = { GET: staff("products:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  // Validated by the middleware of this very route.
  const query = req.validatedQuery as unknown as AdminGetProductApprovalsParamsType
  res.json(await listApprovals(req.scope, query))
}
