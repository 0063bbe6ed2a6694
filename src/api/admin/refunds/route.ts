import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../lib/route-access"
import { listWaitingRefunds } from "../../../workflows/payment/refund-attempts"
import type { AdminGetRefundsParamsType } from "./validators"

export const ACCESS = { GET: staff("ledger:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  // Validated by the middleware of this very route.
  res.json(await listWaitingRefunds(req.scope, req.validatedQuery as unknown as AdminGetRefundsParamsType))
}
