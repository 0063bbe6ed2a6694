import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../lib/route-access"
import { retrieveRun } from "../../../../workflows/reconciliation/view"
import { reconcileAllWorkflow } from "../../../../workflows/reconciliation/workflows/reconcile-all"
import { staffContext } from "../../../access/admit-staff"
import type { AdminRunReconciliationType } from "../validators"

export const ACCESS = { POST: staff("ledger:write") } satisfies RouteAccess

export const POST = async (req: MedusaRequest<AdminRunReconciliationType>, res: MedusaResponse) => {
  const { result } = await reconcileAllWorkflow(req.scope).run({
    input: { started_by: staffContext(req).user_id, ...req.validatedBody },
  })

  res.json({ run: await retrieveRun(req.scope, result.id) })
}
