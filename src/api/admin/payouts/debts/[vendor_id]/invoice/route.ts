import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../../lib/route-access"
import { issueDebtInvoiceWorkflow } from "../../../../../../workflows/debt/workflows/issue-invoice"
import { staffContext } from "../../../../../access/admit-staff"
import type { AdminInvoiceDebtType } from "../../validators"

export const ACCESS = { POST: staff("payouts:approve") } satisfies RouteAccess

export const POST = async (req: MedusaRequest<AdminInvoiceDebtType>, res: MedusaResponse) => {
  const { result } = await issueDebtInvoiceWorkflow(req.scope).run({
    input: { ...req.validatedBody, vendor_id: req.params.vendor_id!, by: staffContext(req).user_id },
  })

  res.status(result.is_new ? 201 : 200).json({ invoice: result.invoice })
}
