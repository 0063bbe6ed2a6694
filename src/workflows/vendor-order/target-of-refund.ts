import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { FrozenAmounts } from "../../lib/frozen-amounts"
import { sumMinor } from "../../lib/money"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import { cancellationOf, type RefundFacts } from "../../modules/vendor-order/domain/cancellation"
import { type Fault, requestOf } from "../../modules/vendor-order/domain/refund-request"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import type { Cancellation } from "../../modules/vendor-order/types"

/** `other_keys`: what else the refund is known by, as to Medusa. */
type Refund = { key: string; other_keys?: (string | null)[]; amount_minor: bigint }

export type RefundTarget = {
  vendor_order_id: string
  fault: Fault
  request_id: string | null
  /** What was frozen on the goods that it is for, if it names some. */
  due: FrozenAmounts | null
  /** What the buyer did not get, because it is for the gateway's fee. */
  withheld_minor: bigint
}

/** The vendor order that a refund was made for, and why; null for one that falls on all. */
export async function targetOfRefund(
  container: MedusaContainer,
  { key, other_keys = [], amount_minor }: Refund,
  orderId: string
): Promise<RefundTarget | null> {
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const [cancellations, requests] = await Promise.all([
    service.cancellationsOf(orderId),
    service.refundRequestsOf(orderId),
  ])
  if (!cancellations.length && !requests.length) {
    return null
  }
  const keys = [key, ...other_keys].filter((id) => typeof id === "string")
  const refunds = await container.resolve(Modules.PAYMENT).listRefunds({ id: keys } as object)
  const notes = refunds.map((refund) => (refund as { note?: string | null }).note ?? null)
  const request = requestOf({ keys, amount_minor, notes }, requests)
  if (request) {
    return {
      vendor_order_id: request.vendor_order_id,
      fault: request.fault,
      request_id: request.id,
      due: request.lines.length ? request.due : null,
      withheld_minor: request.withheld_minor,
    }
  }
  const canceled = await canceledBy(service, { keys, amount_minor, notes }, cancellations)

  return (
    canceled && {
      vendor_order_id: canceled.vendor_order_id,
      fault: canceled.fault,
      request_id: null,
      due: null,
      withheld_minor: 0n,
    }
  )
}

async function canceledBy(
  service: VendorOrderModuleService,
  refund: RefundFacts,
  cancellations: Cancellation[]
): Promise<Cancellation | null> {
  if (!cancellations.length) {
    return null
  }
  const rows = await service.listVendorOrderRefunds({
    vendor_order_id: cancellations.map(({ vendor_order_id }) => vendor_order_id),
  })
  const others = rows.filter(({ refund_key }) => refund_key !== refund.keys[0])
  const bookedOf = (id: string) =>
    sumMinor(
      others.filter(({ vendor_order_id }) => vendor_order_id === id).map((row) => BigInt(row.amount_minor))
    )

  return cancellationOf(
    refund,
    cancellations.map((row) => ({
      ...row,
      booked_minor: bookedOf(row.vendor_order_id) - row.given_before_minor,
    }))
  )
}
