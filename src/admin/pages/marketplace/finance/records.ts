import type { Answer } from "../../../lib/api/client"

export type Payout = Answer<"GET /admin/payouts/:id">["payout"]

/** Is no state of its own: one that is pending, and that nobody has handed to the bank yet. */
export const TO_SEND = "to_send"

export const statusOf = ({ is_to_send, state }: Pick<Payout, "is_to_send" | "state">) =>
  is_to_send ? TO_SEND : state

/** With an id for lists: a shop owes once in each currency. */
export type Debt = Answer<"GET /admin/payouts/debts">["debts"][number] & { id: string }

export type GatewayRefund = Answer<"GET /admin/refunds">["refunds"][number]

/** Its gateway could not make it, or would not: staff try it again, or send it by hand. */
export const isNotMade = ({ state }: Pick<GatewayRefund, "state">): boolean =>
  state === "failed" || state === "refused"

/**
 * What changes with a refund: one that people make at the bank stands in a list of its own, too. Medusa's page of the order
 * keeps what it shows under the last.
 */
export const REFUND_CHANGES = [
  "/admin/refunds",
  "/admin/bank-transfers",
  "/admin/operations",
  "/admin/vendor-orders",
  "/orders",
] as const
