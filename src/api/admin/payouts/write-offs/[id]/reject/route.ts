import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../../lib/route-access"
import { decideWriteOffWorkflow } from "../../../../../../workflows/debt/workflows/decide-write-off"
import { staffContext } from "../../../../../access/admit-staff"

export const ACCESS = { POST: staff("payouts:approve", { step_up: true }) } satisfies RouteAccess

export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const { result } = await decideWriteOffWorkflow(req.scope).run({
    input: { id: req.params.id ?? "", by: staffContext(req).user_id, is_approved: false },
  })

  res.json({ write_off: result })
}
