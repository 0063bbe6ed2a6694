export type FeeRules = {
  /** By currency, in minor units. */
  payout_fees: Record<string, number>
  /** The same for one rail, before the other. */
  payout_rail_fees: Record<string, Record<string, number>>
}

/** What the platform keeps of each payout by a rail in a currency. */
export const payoutFee = (
  rules: FeeRules,
  { rail, currency_code }: { rail: string; currency_code: string }
) => BigInt(rules.payout_rail_fees[rail]?.[currency_code] ?? rules.payout_fees[currency_code] ?? 0)

/** What the rail is asked to send. */
export const sentOf = ({ amount_minor, fee_minor }: { amount_minor: bigint; fee_minor: bigint }): bigint =>
  amount_minor - fee_minor
