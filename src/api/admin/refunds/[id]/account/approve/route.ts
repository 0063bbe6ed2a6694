import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../../lib/route-access"
import { approveRefundAccountWorkflow } from "../../../../../../workflows/payment/workflows/approve-refund-account"
import { staffContext } from "../../../../../access/admit-staff"

export const ACCESS = { POST: staff("refunds:create", { step_up: true }) } satisfies RouteAccess

export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const input = { id: req.params.id!, by: staffContext(req).user_id }
  const { result } = await approveRefundAccountWorkflow(req.scope).run({ input })

  res.json({ refund: result })
}
