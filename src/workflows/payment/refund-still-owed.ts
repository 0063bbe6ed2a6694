import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { sumMinor } from "../../lib/money"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type { RefundRequest } from "../../modules/vendor-order/after-sale-types"
import { COUNTED_STAGES } from "../../modules/vendor-order/domain/refund-request"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import { passRefundGate } from "../vendor-order/refund-gate"
import { type RefundTarget, targetOfRefund } from "../vendor-order/target-of-refund"
import type { GivenBack } from "./post-refunds"

/** `later`: something is under way that may change it. `given_otherwise`: the share does not cover it any more. */
export type Owed = { is: "owed" | "later" | "given_otherwise"; request: RefundRequest | null }

/**
 * Whether a buyer still has to get the money of a refund that failed; to be asked under the order's lock, right before it is
 * tried again. Since it failed a bank may have taken the money, or somebody may have given it back by another refund.
 */
export async function refundStillOwed(
  container: MedusaContainer,
  refund: GivenBack,
  orderId: string
): Promise<Owed> {
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const [target, requests, cancellations] = await Promise.all([
    targetOfRefund(container, refund, orderId),
    service.refundRequestsOf(orderId),
    service.cancellationsOf(orderId),
  ])
  const request = requests.find(({ id }) => id === target?.request_id) ?? null
  const isBusy = cancellations.some(({ stage }) => stage === "opened" || stage === "withdrawn")
  if (isBusy || (await isHeld(container, orderId, target))) {
    return { is: "later", request }
  }
  const others = requests.filter(({ id, stage }) => id !== request?.id && COUNTED_STAGES.includes(stage))
  const left = await leftOf(service, { orderId, target, others })

  return { is: left === null || refund.amount_minor <= left ? "owed" : "given_otherwise", request }
}

async function isHeld(
  container: MedusaContainer,
  order_id: string,
  target: RefundTarget | null
): Promise<boolean> {
  try {
    await passRefundGate(container, {
      order_id,
      vendor_order_id: target?.vendor_order_id ?? null,
      request_id: target?.request_id ?? undefined,
    })
    return false
  } catch (error) {
    if (MedusaError.isMedusaError(error)) {
      return true
    }
    throw error
  }
}

/** What is left of the buyer's money for the part, or the parts; null for an order that has none. */
async function leftOf(
  service: VendorOrderModuleService,
  about: { orderId: string; target: RefundTarget | null; others: RefundRequest[] }
): Promise<bigint | null> {
  const parts = await service.listVendorOrders({
    order_id: about.orderId,
    ...(about.target ? { id: about.target.vendor_order_id } : {}),
  })
  const ids = parts.map(({ id }) => id)
  if (!ids.length) {
    return null
  }
  const booked = await service.listVendorOrderRefunds({ vendor_order_id: ids })
  // What is booked for a request is counted by the request; of a failed refund the books say the contrary too.
  const given = booked.filter(({ request_id }) => !request_id).map((row) => BigInt(row.amount_minor))
  const asked = about.others
    .filter(({ vendor_order_id }) => ids.includes(vendor_order_id))
    .map(({ amount_minor }) => amount_minor)

  return sumMinor(parts.map((part) => BigInt(part.charged_minor))) - sumMinor([...given, ...asked])
}
