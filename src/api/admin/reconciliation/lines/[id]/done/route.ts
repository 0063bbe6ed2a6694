import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../../lib/route-access"
import { retrieveLine } from "../../../../../../workflows/reconciliation/view"
import { finishLineWorkflow } from "../../../../../../workflows/reconciliation/workflows/finish-line"
import { staffContext } from "../../../../../access/admit-staff"
import type { AdminFinishReconciliationLineType } from "../../../validators"

export const ACCESS = { POST: staff("ledger:write", { step_up: true }) } satisfies RouteAccess

export const POST = async (req: MedusaRequest<AdminFinishReconciliationLineType>, res: MedusaResponse) => {
  const id = req.params.id!
  await finishLineWorkflow(req.scope).run({
    input: { id, by: staffContext(req).user_id, ...req.validatedBody },
  })

  res.json({ line: await retrieveLine(req.scope, id) })
}
