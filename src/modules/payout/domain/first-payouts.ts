const DAY_MS = 86_400_000

/** What a vendor was paid, or is being paid, in one currency so far; what failed or came back does not count. */
export type PaidBefore = { first_paid_at: Date | null; sum_minor: bigint }

export const NEVER_PAID: PaidBefore = { first_paid_at: null, sum_minor: 0n }

export type FirstPayoutRules = {
  /** Days after a vendor's first payout for which all its payouts together are limited. */
  payout_first_days: number
  /** By currency, in minor units: how much they may be without a person looking; no limit where none is named. */
  payout_first_most: Record<string, number>
}

/**
 * Whether a payout takes a vendor beyond what it may be paid in its first days. All payouts count together, so that many small
 * ones get no further than a large one.
 */
export function isBeyondFirst(
  payout: { amount_minor: bigint; currency_code: string; before: PaidBefore; now: Date },
  rules: FirstPayoutRules
): boolean {
  const most = rules.payout_first_most[payout.currency_code]
  const { first_paid_at, sum_minor } = payout.before
  const isOver =
    first_paid_at !== null &&
    payout.now.getTime() - first_paid_at.getTime() >= rules.payout_first_days * DAY_MS

  return most !== undefined && !isOver && sum_minor + payout.amount_minor > BigInt(most)
}
