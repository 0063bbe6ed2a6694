import type { MedusaContainer } from "@medusajs/framework/types"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import type { SoldLine, VendorOrderView } from "../../modules/vendor-order/types"
import { type OrderState, readOrderState } from "./read-order-state"

/** Which order of which shop, and who acts. The shop is the one that the request is bound to. */
export type VendorOrderRef = { vendor_id: string; vendor_order_id: string; actor: string }

export type LoadedVendorOrder = {
  service: VendorOrderModuleService
  vendor_order: VendorOrderView
  lines: SoldLine[]
  order: OrderState
}

/** A shop's order with its lines and the commercial order around it. @throws not found for another shop's */
export async function loadVendorOrder(
  container: MedusaContainer,
  { vendor_id, vendor_order_id }: Omit<VendorOrderRef, "actor">
): Promise<LoadedVendorOrder> {
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const vendor_order = await service.findOfVendor(vendor_id, vendor_order_id)
  const [lines, order] = await Promise.all([
    service.linesOfVendor(vendor_id, [vendor_order.id]),
    readOrderState(container, vendor_order.order_id),
  ])

  return { service, vendor_order, lines, order }
}
