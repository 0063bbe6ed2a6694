import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { anyone, type RouteAccess } from "../../../../lib/route-access"
import { retrieveBuyersReturn } from "../../../../workflows/vendor-order/return-view"

export const ACCESS = { GET: anyone() } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({ return: await retrieveBuyersReturn(req.scope, req.params.id ?? "") })
}
