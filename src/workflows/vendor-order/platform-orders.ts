import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { ErrorCode, notFound } from "../../lib/errors"
import { toMajorUnits } from "../../lib/money"
import { vendorShare } from "../../modules/ledger/domain/sale"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import { COUNTED_STAGES, type RefundedLine } from "../../modules/vendor-order/domain/refund-request"
import type { PlatformOrder, PlatformOrderFilters } from "../../modules/vendor-order/platform-page-rows"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import { postingsOfOrder } from "../ledger/read-books"
import { collectionDetails } from "../pay-on-delivery/collection-view"
import { vendorsById } from "../vendor/vendor-owners"
import { isDeliveryLeft, leftOfLine } from "./refund-left"
import { orderSummary } from "./vendor-order-view"

const vendorOrders = (container: MedusaContainer) =>
  container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)

/** What is told of vendor orders besides their own rows: a statement each, whatever their number. */
async function about(container: MedusaContainer, orders: PlatformOrder[]) {
  const service = vendorOrders(container)
  const vendor_order_id = orders.map(({ id }) => id)
  const [owners, lines, collections, refunds] = await Promise.all([
    vendorsById(
      container,
      orders.map(({ vendor_id }) => vendor_id)
    ),
    service.listVendorOrderLines(
      { vendor_order_id },
      {
        order: { title: "ASC", id: "ASC" },
        select: ["id", "vendor_order_id", "kind", "source_id", "title", "quantity", "total_minor"],
      }
    ),
    service.listVendorOrderCollections({ vendor_order_id }),
    service.listVendorOrderRefundRequests(
      { vendor_order_id, stage: [...COUNTED_STAGES] },
      { select: ["vendor_order_id", "lines"] }
    ),
  ])

  return { owners, lines, collections, refunds, variants: await variantsOf(container, lines) }
}

/** What tells two lines of one product apart. */
async function variantsOf(container: MedusaContainer, lines: { source_id: string }[]) {
  const items = await container
    .resolve(Modules.ORDER)
    .listOrderLineItems(
      { id: lines.map(({ source_id }) => source_id) },
      { select: ["id", "variant_title", "variant_sku"] }
    )

  return new Map(items.map((item) => [item.id, item]))
}

type About = Awaited<ReturnType<typeof about>>

/** A vendor order as staff see it: what the shop's buyers paid, what went back, and what is the shop's of it. */
function platformOrder(order: PlatformOrder, { owners, collections, variants, ...all }: About) {
  const amount = (minor: bigint) => toMajorUnits(minor, order.currency_code)
  const { given_back } = order
  const lost = vendorShare({ ...given_back, total_minor: given_back.amount_minor })
  const owner = owners.get(order.vendor_id)
  const isOwn = (row: { vendor_order_id: string }) => row.vendor_order_id === order.id
  const collection = collections.find(isOwn)
  const lines = all.lines.filter(isOwn)
  // The column holds what `insertRequest` has written.
  const refunds = all.refunds.filter(isOwn).map((row) => ({ lines: row.lines as unknown as RefundedLine[] }))

  return {
    ...orderSummary(order),
    order_id: order.order_id,
    vendor: { id: order.vendor_id, name: owner?.name ?? "", handle: owner?.handle ?? "" },
    lines: lines
      .filter(({ kind }) => kind === "item")
      .map((line) => ({
        id: line.id,
        title: line.title,
        variant_title: variants.get(line.source_id)?.variant_title ?? null,
        sku: variants.get(line.source_id)?.variant_sku ?? null,
        quantity: Number(line.quantity),
        /** How many of its pieces a refund can still name. */
        refundable_quantity: leftOfLine(line, refunds),
      })),
    /** Whether a refund can still name delivery. */
    is_delivery_refundable: isDeliveryLeft(lines, refunds),
    delivery_confirmed_at: order.delivery_confirmed_at,
    /** What is paid at the door; null for what is paid otherwise. */
    collection: collection
      ? collectionDetails({ ...collection, amount_minor: BigInt(collection.amount_minor) })
      : null,
    /** What is left of the sale after everything that went back. */
    share: {
      refunded_total: amount(given_back.amount_minor),
      left_total: amount(order.total_minor - given_back.amount_minor),
      commission_left_total: amount(order.commission_minor - given_back.commission_minor),
      net_left_total: amount(order.net_minor - lost),
    },
  }
}

type Query = PlatformOrderFilters & { limit: number; offset: number }

/** One page of the vendor orders of all shops. */
export async function listPlatformOrders(container: MedusaContainer, { limit, offset, ...filters }: Query) {
  const page = { take: limit, skip: offset }
  const { vendor_orders, ...counted } = await vendorOrders(container).listOfPlatform(filters, page)
  const more = await about(container, vendor_orders)

  return {
    vendor_orders: vendor_orders.map((order) => platformOrder(order, more)),
    ...counted,
    offset,
    limit,
  }
}

/** One vendor order with its history and, for those who may read the books, what it has moved in them. @throws not found */
export async function retrievePlatformOrder(
  container: MedusaContainer,
  { id, may_read_ledger }: { id: string; may_read_ledger: boolean }
) {
  const service = vendorOrders(container)
  const { vendor_orders } = await service.listOfPlatform({ id }, { take: 1, skip: 0 })
  const [order] = vendor_orders
  if (!order) {
    throw notFound(ErrorCode.VENDOR_ORDER_NOT_FOUND, `Vendor order ${id} was not found.`)
  }
  const [more, transitions, ledger_postings] = await Promise.all([
    about(container, [order]),
    service.listVendorOrderTransitions(
      { vendor_order_id: order.id },
      { order: { created_at: "ASC", id: "ASC" } }
    ),
    may_read_ledger ? postingsOfOrder(container, order) : null,
  ])

  return {
    ...platformOrder(order, more),
    history: transitions.map(({ from_status, to_status, actor, reason, created_at }) => ({
      from_status,
      to_status,
      actor,
      reason,
      created_at,
    })),
    ledger_postings,
  }
}
