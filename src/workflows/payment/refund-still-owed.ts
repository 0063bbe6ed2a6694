import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type { RefundRequest } from "../../modules/vendor-order/after-sale-types"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import { leftOfParts } from "../vendor-order/left-of-parts"
import { passRefundGate } from "../vendor-order/refund-gate"
import { whyTakenByBank } from "../vendor-order/taken-by-bank"
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
  const asked = {
    order_id: orderId,
    vendor_order_id: target?.vendor_order_id,
    request_id: request?.id,
    amount_minor: refund.amount_minor,
  }
  const left = await leftOfParts(container, asked)
  const isLeft = left === null || refund.amount_minor <= left
  const is_noted = await isNoted(container, refund)
  const isOwed = isLeft && (await whyTakenByBank(container, asked, { is_noted })) === null

  return { is: isOwed ? "owed" : "given_otherwise", request }
}

/** Medusa has deleted a refund whose answer was lost. */
async function isNoted(container: MedusaContainer, { key, other_keys = [] }: GivenBack): Promise<boolean> {
  const id = [key, ...other_keys].filter((name) => typeof name === "string")

  return (await container.resolve(Modules.PAYMENT).listRefunds({ id } as object, { take: 1 })).length > 0
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
