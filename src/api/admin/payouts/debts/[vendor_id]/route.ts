import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../lib/route-access"
import { readDebtsOfShop } from "../../../../../workflows/debt/debt-view"

export const ACCESS = { GET: staff("payouts:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json(await readDebtsOfShop(req.scope, req.params.vendor_id!))
}
