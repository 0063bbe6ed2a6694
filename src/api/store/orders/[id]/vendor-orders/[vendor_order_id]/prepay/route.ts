import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { anyone, type RouteAccess } from "../../../../../../../lib/route-access"
import { prepayAsBuyer } from "../../../../../../../workflows/pay-on-delivery/prepay-as-buyer"
import type { StorePrepayVendorOrderType } from "../../../../validators"

/** The buyer, signed in or by the signed link; the middleware of the route sees to it. */
export const ACCESS = { POST: anyone() } satisfies RouteAccess

export const POST = async (req: MedusaRequest<StorePrepayVendorOrderType>, res: MedusaResponse) => {
  const { id: order_id = "", vendor_order_id = "" } = req.params

  res.json({
    prepayment: await prepayAsBuyer(req.scope, { order_id, vendor_order_id, ...req.validatedBody }),
  })
}
