import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../../lib/route-access"
import { settleDebtWorkflow } from "../../../../../../workflows/debt/workflows/settle-debt"
import type { AdminSettleDebtType } from "../../validators"

export const ACCESS = { POST: staff("payouts:approve", { step_up: true }) } satisfies RouteAccess

export const POST = async (req: MedusaRequest<AdminSettleDebtType>, res: MedusaResponse) => {
  const { result } = await settleDebtWorkflow(req.scope).run({
    input: { ...req.validatedBody, vendor_id: req.params.vendor_id! },
  })
  const { is_new, ...payment } = result

  res.status(is_new ? 201 : 200).json({ payment })
}
