import type { MedusaContainer } from "@medusajs/framework/types"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type { RefundRequest } from "../../modules/vendor-order/after-sale-types"
import type { Collection } from "../../modules/vendor-order/collection-types"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import type { VendorOrderFilters, VendorOrderPaging } from "../../modules/vendor-order/types"
import { type LoadedVendorOrder, loadVendorOrder } from "./load-vendor-order"
import { mostOfOnePayment, takenOf } from "./refund-left"
import { listedOrder, orderDetails } from "./vendor-order-view"

/** One page of a shop's orders. The number of statements does not depend on the number of orders. */
export async function listVendorOrders(
  container: MedusaContainer,
  filters: VendorOrderFilters,
  page: VendorOrderPaging
) {
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const { vendor_orders, count, has_more_than_count } = await service.listOfVendor(filters, page)
  const ids = vendor_orders.map(({ id }) => id)
  const [lines, buyers] = await Promise.all([
    service.linesOfVendor(filters.vendor_id, ids),
    service.buyersOfVendor(filters.vendor_id, ids),
  ])

  return {
    orders: vendor_orders.map((order) => listedOrder(order, lines, buyers.get(order.order_id))),
    count,
    has_more_than_count,
    offset: page.skip,
    limit: page.take,
  }
}

/** One order of a shop, in full. @throws not found for another shop's */
export async function retrieveVendorOrder(
  container: MedusaContainer,
  ref: { vendor_id: string; vendor_order_id: string }
) {
  const loaded = await loadVendorOrder(container, ref)
  const { service, vendor_order } = loaded
  const isOwn = (row: { vendor_order_id: string }) => row.vendor_order_id === vendor_order.id
  const [transitions, cancellations, collections, requests] = await Promise.all([
    service.listVendorOrderTransitions(
      { vendor_order_id: vendor_order.id },
      { order: { created_at: "ASC", id: "ASC" } }
    ),
    service.cancellationsOf(vendor_order.order_id),
    service.collectionsOf(vendor_order.order_id),
    service.refundRequestsOf(vendor_order.order_id),
  ])

  return orderDetails({
    ...loaded,
    transitions,
    cancellation: cancellations.find(isOwn) ?? null,
    collection: collections.find(isOwn) ?? null,
    refunds: requests.filter(isOwn),
    refundable_minor: await refundableMinor(loaded, { requests, collections }),
  })
}

/** Never more than is left of the buyer's money for the part, nor than one payment can give back. */
async function refundableMinor(
  loaded: LoadedVendorOrder,
  { requests, collections }: { requests: RefundRequest[]; collections: Collection[] }
): Promise<bigint> {
  const left = loaded.vendor_order.charged_minor - (await takenOf(loaded, requests))
  const most = mostOfOnePayment(loaded, collections)
  const least = left < most ? left : most

  return least > 0n ? least : 0n
}
