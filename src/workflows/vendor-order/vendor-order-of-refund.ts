import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { sumMinor } from "../../lib/money"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import { cancellationOf } from "../../modules/vendor-order/domain/cancellation"
import type VendorOrderModuleService from "../../modules/vendor-order/service"

type Refund = { key: string; adopted_by_key?: string | null; amount_minor: bigint }

/** The vendor order whose cancellation a refund was made for; null for one that falls on all. */
export async function vendorOrderOfRefund(
  container: MedusaContainer,
  { key, adopted_by_key, amount_minor }: Refund,
  orderId: string
): Promise<string | null> {
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const cancellations = await service.cancellationsOf(orderId)
  if (!cancellations.length) {
    return null
  }
  const keys = [key, adopted_by_key].filter((id) => typeof id === "string")
  const refunds = await container.resolve(Modules.PAYMENT).listRefunds({ id: keys } as object)
  const notes = refunds.map((refund) => (refund as { note?: string | null }).note ?? null)
  const rows = await service.listVendorOrderRefunds({
    vendor_order_id: cancellations.map(({ vendor_order_id }) => vendor_order_id),
  })
  const others = rows.filter(({ refund_key }) => refund_key !== key)
  const bookedOf = (id: string) =>
    sumMinor(
      others.filter(({ vendor_order_id }) => vendor_order_id === id).map((row) => BigInt(row.amount_minor))
    )
  const known = cancellations.map((row) => ({ ...row, booked_minor: bookedOf(row.vendor_order_id) }))

  return cancellationOf({ keys, amount_minor, notes }, known)?.vendor_order_id ?? null
}
