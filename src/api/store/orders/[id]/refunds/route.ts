import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { anyone, type RouteAccess } from "../../../../../lib/route-access"
import { listRefundsOfOrder } from "../../../../../workflows/payment/refunds-of-buyer"

/** The buyer, signed in or by the signed link; the middleware of the route sees to it. */
export const ACCESS = { GET: anyone() } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json(await listRefundsOfOrder(req.scope, req.params.id!))
}
