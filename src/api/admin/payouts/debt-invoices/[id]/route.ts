import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../lib/route-access"
import { retrieveInvoice } from "../../../../../workflows/debt/invoice-view"

export const ACCESS = { GET: staff("payouts:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({ invoice: await retrieveInvoice(req.scope, { id: req.params.id! }) })
}
