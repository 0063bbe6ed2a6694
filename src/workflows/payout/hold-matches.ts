import type { MedusaContainer } from "@medusajs/framework/types"
import { PAYOUT_MODULE } from "../../modules/payout"
import { type MatchKind, matchesOf } from "../../modules/payout/domain/match"
import type PayoutModuleService from "../../modules/payout/service"
import type { HeldOrder } from "../../modules/payout/types"
import { notifyStaff } from "../notify-staff"
import { readParties } from "./match-parties"

/**
 * Holds those of the orders whose buyer and shop are alike, unless staff have let them go, and answers which they are. Whoever
 * buys from their own shop with stolen money is paid out with clean money.
 */
export async function holdMatches(
  container: MedusaContainer,
  orders: HeldOrder[],
  kinds: readonly MatchKind[]
): Promise<Set<string>> {
  const payouts = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const cleared = await payouts.clearedMatches(orders.map(({ vendor_order_id }) => vendor_order_id))
  const asked = orders.filter(({ vendor_order_id }) => !cleared.has(vendor_order_id))
  const held = new Set<string>()
  const parties = asked.length && kinds.length ? await readParties(container, asked) : []
  for (const [index, { buyer, shop }] of parties.entries()) {
    const order = asked[index]
    const found = matchesOf(buyer, shop).filter((kind) => kinds.includes(kind))
    if (order && found.length) {
      await hold(container, order, found)
      held.add(order.vendor_order_id)
    }
  }

  return held
}

/** Staff are told before the row is there: a crash between the two must not leave money that nobody knows to wait. */
async function hold(container: MedusaContainer, order: HeldOrder, kinds: MatchKind[]): Promise<void> {
  await notifyStaff(container, {
    key: `payout-match:${order.vendor_order_id}`,
    title: "A buyer and a shop are alike",
    description: `The money of vendor order ${order.vendor_order_id} waits for a decision: its buyer and vendor ${order.vendor_id} have in common: ${kinds.join(", ").replaceAll("_", " ")}.`,
  })
  await container.resolve<PayoutModuleService>(PAYOUT_MODULE).holdMatch(order, kinds)
}
