import type { GatewaySettlement, SettledTransaction } from "../../../lib/gateway-settlement"

/** Nigeria's stamp duty on money that is received electronically, in minor units. */
const STAMP_DUTIES: Record<string, bigint> = { ngn: 5000n }

export type Explanation = {
  /** Refunds and lost disputes that the gateway has taken out of this settlement. */
  refund_minor: bigint
  /** Duty on the settlement as a whole. */
  duty_minor: bigint
  /** Duty on single payments, which is a part of the fee of each. */
  duty_in_fees_minor: bigint
  /** What nobody can say the reason of; below zero where more arrived than was due. */
  unexplained_minor: bigint
}

/** Why a settlement is less than what buyers paid and the fees; the parts add up to exactly that. */
export function explainSettlement(
  settlement: Pick<
    GatewaySettlement,
    "currency_code" | "gross_minor" | "fee_minor" | "duty_minor" | "net_minor"
  >,
  /** What went back to buyers and no earlier settlement has paid for. */
  dueBackMinor: bigint,
  /** What of its payments went to vendors' own accounts. */
  splitMinor = 0n
): Explanation {
  const duty_in_fees_minor = settlement.duty_minor ?? 0n
  const kept = settlement.fee_minor + duty_in_fees_minor + splitMinor
  const missing = settlement.gross_minor - kept - settlement.net_minor
  const due = dueBackMinor > 0n ? dueBackMinor : 0n
  const taken = missing > 0n ? missing : 0n
  const refund_minor = due < taken ? due : taken
  const rest = missing - refund_minor
  const isDuty = settlement.duty_minor === null && rest === STAMP_DUTIES[settlement.currency_code]

  return {
    refund_minor,
    duty_in_fees_minor,
    duty_minor: isDuty ? rest : 0n,
    unexplained_minor: isDuty ? 0n : rest,
  }
}

export type MatchedItem = SettledTransaction & {
  expected_minor: bigint | null
  state: "matched" | "differs" | "unknown"
}

/** Whether a payment has brought what our own record of it lets expect; null where there is none. */
export function matchItem(item: SettledTransaction, expectedMinor: bigint | null): MatchedItem {
  const state = expectedMinor === null ? "unknown" : expectedMinor === item.net_minor ? "matched" : "differs"

  return { ...item, expected_minor: expectedMinor, state }
}
