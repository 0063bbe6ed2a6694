import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../lib/route-access"
import { retryRefundWorkflow } from "../../../../../workflows/payment/workflows/retry-refund"

export const ACCESS = { POST: staff("refunds:create", { step_up: true }) } satisfies RouteAccess

export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const { result } = await retryRefundWorkflow(req.scope).run({ input: { id: req.params.id! } })

  res.json({ refund: result })
}
