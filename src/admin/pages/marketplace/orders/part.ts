import type { Answer } from "../../../lib/api/client"

export type Part = Answer<"GET /admin/vendor-orders">["vendor_orders"][number]

/** Medusa's own page, which the part stands on, keeps what it shows of the order under the last. */
export const CHANGES = ["/admin/vendor-orders", "/admin/payouts", "/admin/refunds", "/orders"] as const

const NOTHING_LEFT = "0"

export type Act = "cancel" | "refund" | "refuse" | "collect" | "remit" | "confirm_delivery"

/** What was paid at the door, or was not, is often told later than that goods came back. */
const MAY_BE_COLLECTED: Part["status"][] = ["shipped", "delivered", "partly_returned", "returned"]

/** All of what came back may be unpaid, too. */
const MAY_BE_REFUSED: Part["status"][] = ["shipped", "returned"]

/** What can be done with a part as it stands, whoever may. */
export function actsOf({ status, share, collection, delivery_confirmed_at }: Part): Act[] {
  const isDue = collection?.state === "due"
  const isOnItsWay = status === "shipped"
  const acts: [Act, boolean][] = [
    ["cancel", status === "pending" || status === "confirmed"],
    ["refund", status !== "canceled" && !isDue && share.left_total !== NOTHING_LEFT],
    ["refuse", isDue && MAY_BE_REFUSED.includes(status)],
    ["collect", isDue && MAY_BE_COLLECTED.includes(status)],
    ["remit", collection?.state === "collected" && collection.held_by === "vendor"],
    ["confirm_delivery", isOnItsWay || (status === "delivered" && !delivery_confirmed_at)],
  ]

  return acts.filter(([, isPossible]) => isPossible).map(([act]) => act)
}
