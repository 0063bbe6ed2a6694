import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { anyone, type RouteAccess } from "../../../../../lib/route-access"
import { doorOfferView } from "../../../../../workflows/pay-on-delivery/offer-view"

export const ACCESS = { GET: anyone() } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({ pay_on_delivery: await doorOfferView(req.scope, req.params.id!) })
}
