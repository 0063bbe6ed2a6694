import type { MedusaRequest } from "@medusajs/framework/http"
import { type RouteAccess, vendor } from "../../../../../lib/route-access"
import { packingSlipPage } from "../../../../../workflows/vendor-order/packing-slip"
import { sendPage } from "../../../../send-page"
import { orderRef } from "../../helpers"
import type { VendorGetPackingSlipParamsType } from "../../validators"

export const ACCESS = { GET: vendor("orders:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest) => {
  // Validated by the middleware of this very route.
  const { fulfilment_id } = req.validatedQuery as unknown as VendorGetPackingSlipParamsType
  sendPage(req, await packingSlipPage(req.scope, { ...orderRef(req), fulfilment_id }))
}
