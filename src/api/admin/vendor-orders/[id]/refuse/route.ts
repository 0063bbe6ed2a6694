import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../lib/route-access"
import { collectionView } from "../../../../../workflows/pay-on-delivery/staff-view"
import { refuseVendorOrderWorkflow } from "../../../../../workflows/pay-on-delivery/workflows/refuse-vendor-order"
import type { VendorRefuseOrderType } from "../../../../vendor/orders/validators"
import { vendorOrderRef } from "../../helpers"

export const ACCESS = { POST: staff("orders:cancel") } satisfies RouteAccess

export const POST = async (req: MedusaRequest<VendorRefuseOrderType>, res: MedusaResponse) => {
  const ref = await vendorOrderRef(req)
  const { reason, note } = req.validatedBody
  await refuseVendorOrderWorkflow(req.scope).run({
    input: { ...ref, reason_code: reason, note: note ?? null, is_by_staff: true },
  })

  res.json({ collection: await collectionView(req.scope, ref.vendor_order_id) })
}
