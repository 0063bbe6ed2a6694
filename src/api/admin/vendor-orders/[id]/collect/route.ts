import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../lib/route-access"
import { collectionView } from "../../../../../workflows/pay-on-delivery/staff-view"
import { collectVendorOrderWorkflow } from "../../../../../workflows/pay-on-delivery/workflows/collect-vendor-order"
import type { AdminCollectVendorOrderType } from "../../../../vendor/orders/validators"
import { vendorOrderRef } from "../../helpers"

export const ACCESS = { POST: staff("ledger:write", { step_up: true }) } satisfies RouteAccess

export const POST = async (req: MedusaRequest<AdminCollectVendorOrderType>, res: MedusaResponse) => {
  const ref = await vendorOrderRef(req)
  await collectVendorOrderWorkflow(req.scope).run({ input: { ...ref, ...req.validatedBody } })

  res.json({ collection: await collectionView(req.scope, ref.vendor_order_id) })
}
