import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../../lib/route-access"
import { cancelDebtInvoiceWorkflow } from "../../../../../../workflows/debt/workflows/cancel-invoice"
import { staffContext } from "../../../../../access/admit-staff"
import type { AdminCancelDebtInvoiceType } from "../../../debts/validators"

export const ACCESS = { POST: staff("payouts:approve") } satisfies RouteAccess

export const POST = async (req: MedusaRequest<AdminCancelDebtInvoiceType>, res: MedusaResponse) => {
  const { result } = await cancelDebtInvoiceWorkflow(req.scope).run({
    input: { id: req.params.id!, by: staffContext(req).user_id, reason: req.validatedBody.reason },
  })

  res.json({ invoice: result })
}
