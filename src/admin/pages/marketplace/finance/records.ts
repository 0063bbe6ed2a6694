import type { Answer } from "../../../lib/api/client"

export type Payout = Answer<"GET /admin/payouts/:id">["payout"]

export type GatewayRefund = Answer<"GET /admin/refunds">["refunds"][number]

/** A shop owes in several currencies: rows need a name of their own. */
export type Debt = Answer<"GET /admin/payouts/debts">["debts"][number] & { id: string }

export const REFUND_CHANGES = ["/admin/refunds", "/admin/operations"] as const
