import type { MedusaContainer } from "@medusajs/framework/types"
import { findVendorOrder } from "../vendor-order/cancel-for-others"
import { collectionOf } from "./close-uncollected"
import { collectionDetails } from "./collection-view"

/** For staff, of whatever shop; null for a vendor order that is paid otherwise. */
export async function collectionView(container: MedusaContainer, vendorOrderId: string) {
  const row = await findVendorOrder(container, { id: vendorOrderId })
  const collection = await collectionOf(container, row)

  return (
    collection && {
      vendor_order_id: row.id,
      vendor_id: row.vendor_id,
      currency_code: row.currency_code,
      ...collectionDetails(collection),
    }
  )
}
