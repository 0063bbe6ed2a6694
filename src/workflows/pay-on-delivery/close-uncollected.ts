import type { MedusaContainer } from "@medusajs/framework/types"
import { frozenOf } from "../../lib/frozen-amounts"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type { CloseUncollectedInput, Collection } from "../../modules/vendor-order/collection-types"
import { uncollectedKey } from "../../modules/vendor-order/domain/pay-on-delivery"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import type { VendorOrderView } from "../../modules/vendor-order/types"
import { uncollectedBooks } from "./collection-books"

type Ending<Kind> = Kind extends unknown ? Omit<Kind, keyof OfPart> : never
type OfPart = Pick<CloseUncollectedInput, "vendor_order_id" | "vendor_id" | "refund_key" | "part">

const serviceOf = (container: MedusaContainer) =>
  container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)

/** What is to be collected of a vendor order, or was; null for one that is paid otherwise. */
export async function collectionOf(
  container: MedusaContainer,
  { id, order_id }: Pick<VendorOrderView, "id" | "order_id">
): Promise<Collection | null> {
  const all = await serviceOf(container).collectionsOf(order_id)

  return all.find(({ vendor_order_id }) => vendor_order_id === id) ?? null
}

/**
 * Nobody will pay for a part any more: its sale is taken back, once, with everything that was taken on it. False when that,
 * or a collection, came first.
 */
export function closeUncollected(
  container: MedusaContainer,
  { id, vendor_id, ...sold }: VendorOrderView,
  ending: Ending<CloseUncollectedInput> & { cost_minor?: bigint }
): Promise<boolean> {
  const { cost_minor = 0n, ...how } = ending
  const part = {
    amount_minor: sold.charged_minor,
    ...frozenOf(sold),
  }
  const refund_key = uncollectedKey(id)

  return serviceOf(container).closeUncollected(
    { ...how, vendor_order_id: id, vendor_id, refund_key, part } as CloseUncollectedInput,
    uncollectedBooks(container, { refund_key, part, cost_minor })
  )
}
