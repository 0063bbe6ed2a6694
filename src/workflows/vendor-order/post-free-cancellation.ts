import type { MedusaContainer } from "@medusajs/framework/types"
import { eachFrozen } from "../../lib/frozen-amounts"
import { sumMinor } from "../../lib/money"
import { LEDGER_MODULE } from "../../modules/ledger"
import { buildOrderRefund } from "../../modules/ledger/domain/refund"
import type LedgerModuleService from "../../modules/ledger/service"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import type { Cancellation } from "../../modules/vendor-order/types"
import { closeUncollected, collectionOf } from "../pay-on-delivery/close-uncollected"

/**
 * Goods that cost the buyer nothing, that nobody has paid for at the door, or whose money is back already: no money goes back, but
 * what is left of what the platform owes for its discount, or the sale, is taken back.
 */
export async function postFreeCancellation(
  container: MedusaContainer,
  { vendor_id, vendor_order_id, order_id, actor }: Cancellation
): Promise<void> {
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const sold = await service.findOfVendor(vendor_id, vendor_order_id)
  if (await collectionOf(container, sold)) {
    // Run again it finds that closed already.
    await closeUncollected(container, sold, { to: "canceled", actor })
    return
  }
  const refund_key = `canceled-${vendor_order_id}`
  const earlier = (await service.listVendorOrderRefunds({ vendor_order_id })).filter(
    (refund) => refund.refund_key !== refund_key
  )
  const left = eachFrozen((name) => sold[name] - sumMinor(earlier.map((refund) => BigInt(refund[name]))))
  const part = { vendor_id, amount_minor: 0n, ...left }
  await service.recordRefund(refund_key, [{ ...part, vendor_order_id }])
  await container.resolve<LedgerModuleService>(LEDGER_MODULE).post([
    buildOrderRefund({
      gateway: "none",
      refund_key,
      order_id,
      amount_minor: 0n,
      currency_code: sold.currency_code,
      occurred_at: new Date(),
      vendors: [part],
      unallocated_minor: 0n,
    }),
  ])
}
