import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../lib/route-access"
import { listInvoices } from "../../../../workflows/debt/invoice-view"
import type { AdminGetDebtInvoicesParamsType } from "../debts/validators"

export const ACCESS = { GET: staff("payouts:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  // Validated by the middleware of this very route.
  res.json(await listInvoices(req.scope, req.validatedQuery as unknown as AdminGetDebtInvoicesParamsType))
}
