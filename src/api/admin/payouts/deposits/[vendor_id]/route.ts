import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../lib/route-access"
import { moveDepositWorkflow } from "../../../../../workflows/split/workflows/move-deposit"
import type { AdminMoveDepositType } from "../../validators"

export const ACCESS = { POST: staff("payouts:approve", { step_up: true }) } satisfies RouteAccess

export const POST = async (req: MedusaRequest<AdminMoveDepositType>, res: MedusaResponse) => {
  const { result } = await moveDepositWorkflow(req.scope).run({
    input: { ...req.validatedBody, vendor_id: req.params.vendor_id! },
  })

  res.json({ deposit: result })
}
