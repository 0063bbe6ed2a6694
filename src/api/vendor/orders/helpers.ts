import type { MedusaRequest } from "@medusajs/framework/http"
import { listVendorOrders, retrieveVendorOrder } from "../../../workflows/vendor-order/list-vendor-orders"
import { boundVendorId, vendorContext } from "../context"
import type { VendorGetOrdersParamsType } from "./validators"

/** The order that the request names, of the shop that it is bound to, and who acts. */
export const orderRef = (req: MedusaRequest) => ({
  vendor_id: boundVendorId(req),
  vendor_order_id: req.params.id ?? "",
  actor: vendorContext(req).actor.id,
})

export const fulfilmentRef = (req: MedusaRequest) => ({
  ...orderRef(req),
  fulfilment_id: req.params.fulfilment_id ?? "",
})

/** The answer of every change: the order as it is now. */
export const answerOrder = async (req: MedusaRequest) => ({
  order: await retrieveVendorOrder(req.scope, orderRef(req)),
})

export function listOrders(req: MedusaRequest) {
  // Validated by the middleware of this very route.
  const query = req.validatedQuery as unknown as VendorGetOrdersParamsType
  const { order, limit, offset, created_at, ...filters } = query

  return listVendorOrders(
    req.scope,
    {
      ...filters,
      q: filters.q?.replace(/^#/, ""),
      placed_from: created_at?.$gte,
      placed_before: created_at?.$lt,
      vendor_id: boundVendorId(req),
    },
    {
      take: limit,
      skip: offset,
      sort: order.replace("-", "") as "created_at" | "total" | "number",
      is_ascending: !order.startsWith("-"),
    }
  )
}
