import type { MedusaContainer } from "@medusajs/framework/types"
import { PAYOUT_MODULE } from "../../modules/payout"
import type PayoutModuleService from "../../modules/payout/service"
import type { Finding } from "../../modules/reconciliation/domain/causes"
import { finding } from "../../modules/reconciliation/domain/compare"

const DAY_MS = 86_400_000
const MOST = 10_000

/** Orders that were delivered a day ago and whose payment was promised, and never captured. */
export async function findUncollected(container: MedusaContainer, now: Date): Promise<Finding[]> {
  const orders = await container
    .resolve<PayoutModuleService>(PAYOUT_MODULE)
    .uncollectedOrders({ delivered_before: new Date(now.getTime() - DAY_MS), take: MOST })

  return orders.map(({ display_number, currency_code, charged_minor }) =>
    finding("delivered_not_collected", {
      reference: display_number,
      currency_code,
      expected_minor: charged_minor,
      found_minor: 0n,
    })
  )
}
