import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { anyone, type RouteAccess } from "../../../../../../../lib/route-access"
import { confirmAsBuyer } from "../../../../../../../workflows/vendor-order/confirm-delivery"

/** The buyer, signed in or by the signed link; the middleware of the route sees to it. */
export const ACCESS = { POST: anyone() } satisfies RouteAccess

export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const { id: order_id = "", vendor_order_id = "" } = req.params

  res.json({ vendor_order: await confirmAsBuyer(req.scope, { order_id, vendor_order_id }) })
}
