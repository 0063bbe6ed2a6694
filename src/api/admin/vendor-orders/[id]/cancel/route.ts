import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../lib/route-access"
import { cancelAsStaff } from "../../../../../workflows/vendor-order/cancel-for-others"
import type { VendorCancelOrderType } from "../../../../vendor/orders/validators"
import { vendorOrderRef } from "../../helpers"

export const ACCESS = { POST: staff("orders:cancel") } satisfies RouteAccess

export const POST = async (req: MedusaRequest<VendorCancelOrderType>, res: MedusaResponse) => {
  const ref = await vendorOrderRef(req)

  res.json({ vendor_order: await cancelAsStaff(req.scope, { ...ref, reason: req.validatedBody.reason }) })
}
