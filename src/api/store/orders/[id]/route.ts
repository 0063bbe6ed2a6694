import type { MedusaResponse } from "@medusajs/framework/http"
import { getOrderDetailWorkflow } from "@medusajs/medusa/core-flows"
import { anyone, type RouteAccess } from "../../../../lib/route-access"
import { withDeliveryCode } from "../../../../workflows/vendor-order/delivery-code"
import { listStoreVendorOrders } from "../../../../workflows/vendor-order/list-store-vendor-orders"
import type { OrderRequest } from "../admit-reader"

export const ACCESS = { GET: anyone() } satisfies RouteAccess

export const GET = async (req: OrderRequest, res: MedusaResponse) => {
  const { result: order } = await getOrderDetailWorkflow(req.scope).run({
    input: {
      fields: req.queryConfig.fields,
      order_id: req.params.id!,
      filters: { is_draft_order: false },
    },
  })
  const parts = await listStoreVendorOrders(req.scope, order.id)
  // For the buyer alone: not for whoever knows the id of a young order.
  const vendor_orders = req.order_access === "open" ? parts : parts.map(withDeliveryCode)

  res.json({ order: { ...order, vendor_orders } })
}
