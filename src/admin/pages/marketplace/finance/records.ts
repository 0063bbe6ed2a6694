import type { Answer } from "../../../lib/api/client"

export type Payout = Answer<"GET /admin/payouts/:id">["payout"]

/** With an id for lists: a shop owes once in each currency. */
export type Debt = Answer<"GET /admin/payouts/debts">["debts"][number] & { id: string }

export type GatewayRefund = Answer<"GET /admin/refunds">["refunds"][number]

/** What changes with a refund: one that people make at the bank stands in a list of its own, too. */
export const REFUND_CHANGES = ["/admin/refunds", "/admin/bank-transfers", "/admin/operations"] as const
