import type { Context } from "@medusajs/framework/types"
import type { GatewaySettlement, GatewayTopUp } from "../../lib/gateway-settlement"
import type { Explanation } from "./domain/explain"

/** How what gateways pay is told to the books, in the transaction that writes the row. */
export type SettlementBooks = {
  /** What was ever taken out of the gateway's clearing account for buyers and their banks, up to then. */
  takenBack(of: { gateway: string; currency_code: string; before: Date }, context: Context): Promise<bigint>
  settle(
    settlement: Pick<GatewaySettlement, "gateway_settlement_id" | "currency_code" | "net_minor" | "goes_to"> &
      Explanation & { gateway: string; occurred_at: Date },
    context: Context
  ): Promise<void>
  topUp(topUp: GatewayTopUp & { gateway: string }, context: Context): Promise<void>
}

export type SettlementItem = {
  settlement_id: string
  gateway_settlement_id: string
  gateway: string
  currency_code: string
  reference: string
  gateway_id: string
  amount_minor: bigint
  net_minor: bigint
  expected_minor: bigint | null
  state: "matched" | "differs" | "unknown"
  is_final: boolean
  /** The whole settlement is booked, and nothing of it lacks a reason. */
  is_explained: boolean
  /** What of the payment went to vendors' own accounts; null where the gateway does not say. */
  split_minor: bigint | null
}

export type OddSettlement = {
  gateway: string
  gateway_settlement_id: string
  currency_code: string
  net_minor: bigint
  unexplained_minor: bigint
  is_booked: boolean
}

export type HeldBalance = { gateway: string; currency_code: string; balance_minor: bigint; read_at: Date }
