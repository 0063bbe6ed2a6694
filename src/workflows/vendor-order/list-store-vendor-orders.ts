import type { MedusaContainer } from "@medusajs/framework/types"
import { toMajorUnits } from "../../lib/money"
import { type VendorView, vendorView } from "../../lib/vendor-view"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type { CollectionState } from "../../modules/vendor-order/domain/pay-on-delivery"
import type { VendorOrderStatus } from "../../modules/vendor-order/domain/status"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import { vendorsById } from "../vendor/vendor-owners"

/** A vendor order as its buyer sees it: what was bought and paid, nothing of commission or what the vendor gets. */
export type StoreVendorOrder = {
  id: string
  display_number: string
  status: VendorOrderStatus
  vendor: VendorView
  currency_code: string
  /** Major units, as all amounts of the store API. */
  item_subtotal: number
  shipping_subtotal: number
  discount_total: number
  tax_total: number
  total: number
  items: { line_item_id: string; title: string; quantity: number; total: number }[]
  shipping_methods: { shipping_method_id: string; name: string; total: number }[]
  /** What is to be paid at the door, or was; null for what is paid otherwise. */
  pay_on_delivery: { state: CollectionState; amount: number } | null
}

/** The vendor orders of an order, also of shops that have closed since: an order that exists is always answered. */
export async function listStoreVendorOrders(
  container: MedusaContainer,
  orderId: string
): Promise<StoreVendorOrder[]> {
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const rows = await service.listVendorOrders({ order_id: orderId }, { order: { display_number: "ASC" } })
  if (!rows.length) {
    return []
  }
  const lines = await service.listVendorOrderLines({ vendor_order_id: rows.map((row) => row.id) })
  const collections = await service.collectionsOf(orderId)
  const vendors = await vendorsById(
    container,
    rows.map((row) => row.vendor_id)
  )

  return rows.map((row) => {
    const major = (minor: string | bigint) => Number(toMajorUnits(BigInt(minor), row.currency_code))
    const own = lines.filter((line) => line.vendor_order_id === row.id)
    const vendor = vendors.get(row.vendor_id)
    const collection = collections.find(({ vendor_order_id }) => vendor_order_id === row.id)

    return {
      id: row.id,
      display_number: row.display_number,
      status: row.status,
      vendor: vendor ? vendorView(vendor) : { id: row.vendor_id, name: "", handle: "", logo_url: null },
      currency_code: row.currency_code,
      item_subtotal: major(row.item_minor),
      shipping_subtotal: major(row.shipping_minor),
      discount_total: major(BigInt(row.vendor_discount_minor) + BigInt(row.platform_discount_minor)),
      tax_total: major(row.tax_minor),
      total: major(row.total_minor),
      items: own
        .filter((line) => line.kind === "item")
        .map((line) => ({
          line_item_id: line.source_id,
          title: line.title,
          quantity: Number(line.quantity),
          total: major(line.total_minor),
        })),
      shipping_methods: own
        .filter((line) => line.kind === "shipping")
        .map((line) => ({
          shipping_method_id: line.source_id,
          name: line.title,
          total: major(line.total_minor),
        })),
      pay_on_delivery: collection
        ? { state: collection.state, amount: major(collection.amount_minor) }
        : null,
    }
  })
}
