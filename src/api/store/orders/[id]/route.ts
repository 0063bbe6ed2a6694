import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { getOrderDetailWorkflow } from "@medusajs/medusa/core-flows"
import { anyone, type RouteAccess } from "../../../../lib/route-access"
import { listStoreVendorOrders } from "../../../../workflows/vendor-order/list-store-vendor-orders"

export const ACCESS = { GET: anyone() } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { result: order } = await getOrderDetailWorkflow(req.scope).run({
    input: {
      fields: req.queryConfig.fields,
      order_id: req.params.id!,
      filters: { is_draft_order: false },
    },
  })
  const vendor_orders = await listStoreVendorOrders(req.scope, order.id)

  res.json({ order: { ...order, vendor_orders } })
}
