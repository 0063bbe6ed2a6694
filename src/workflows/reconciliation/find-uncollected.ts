import type { MedusaContainer } from "@medusajs/framework/types"
import { PAYOUT_MODULE } from "../../modules/payout"
import type PayoutModuleService from "../../modules/payout/service"
import type { CauseCode, Finding } from "../../modules/reconciliation/domain/causes"
import { finding } from "../../modules/reconciliation/domain/compare"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type VendorOrderModuleService from "../../modules/vendor-order/service"

const DAY_MS = 86_400_000
const MOST = 10_000
/** Couriers bring what they have collected, and shops write it down, once in a while. */
const TOLD_WITHIN_DAYS = 3

/** Orders that were delivered a day ago and whose payment was promised, and never captured. */
export async function findUncollected(container: MedusaContainer, now: Date): Promise<Finding[]> {
  const orders = await container
    .resolve<PayoutModuleService>(PAYOUT_MODULE)
    .uncollectedOrders({ delivered_before: new Date(now.getTime() - DAY_MS), take: MOST })

  return [
    ...orders.map(({ charged_minor, ...order }) =>
      missing("delivered_not_collected", { ...order, amount_minor: charged_minor })
    ),
    ...(await findUntold(container, now)),
  ]
}

/** And those to be paid for at the door, of which nobody has said that they were. */
async function findUntold(container: MedusaContainer, now: Date): Promise<Finding[]> {
  const delivered_before = new Date(now.getTime() - TOLD_WITHIN_DAYS * DAY_MS)
  const untold = await container
    .resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
    .listUntoldCollections({ delivered_before, take: MOST })

  return untold.map((order) => missing("collection_not_told", order))
}

const missing = (
  cause: CauseCode,
  {
    display_number,
    currency_code,
    amount_minor,
  }: { display_number: string; currency_code: string; amount_minor: bigint }
): Finding =>
  finding(cause, {
    reference: display_number,
    currency_code,
    expected_minor: amount_minor,
    found_minor: 0n,
  })
