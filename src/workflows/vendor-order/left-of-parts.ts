import type { MedusaContainer } from "@medusajs/framework/types"
import { sumMinor } from "../../lib/money"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import { COUNTED_STAGES } from "../../modules/vendor-order/domain/refund-request"
import type VendorOrderModuleService from "../../modules/vendor-order/service"

type About = {
  order_id: string
  /** All parts of the order where it is none. */
  vendor_order_id?: string
  /** The request that asks, which does not stand in its own way. */
  request_id?: string
}

/** What is left of the buyer's money for the part, or the parts; null for an order that has none. */
export async function leftOfParts(
  container: MedusaContainer,
  { order_id, vendor_order_id, request_id }: About
): Promise<bigint | null> {
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const parts = await service.listVendorOrders({
    order_id,
    ...(vendor_order_id ? { id: vendor_order_id } : {}),
  })
  const ids = parts.map(({ id }) => id)
  if (!ids.length) {
    return null
  }
  const booked = await service.listVendorOrderRefunds({ vendor_order_id: ids })
  // What is booked for a request is counted by the request; of a failed refund the books say the contrary too.
  const given = booked.filter((row) => !row.request_id).map((row) => BigInt(row.amount_minor))
  const asked = (await service.refundRequestsOf(order_id))
    .filter(({ id, stage }) => id !== request_id && COUNTED_STAGES.includes(stage))
    .filter((request) => ids.includes(request.vendor_order_id))
    .map(({ amount_minor }) => amount_minor)

  return sumMinor(parts.map((part) => BigInt(part.charged_minor))) - sumMinor([...given, ...asked])
}
