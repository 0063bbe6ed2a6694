const BASIS_POINTS = 10_000

/** What a vendor's orders of late have come to. */
export type TrackRecord = {
  verified_at: Date | null
  delivered_count: number
  /** Of them, and of those on their way: which were refunded in part or whole, and which a case was about that was not won. */
  refunded_count: number
  disputed_count: number
}

/** From when on a vendor's word that something is on its way is enough. */
export type ProvenRules = {
  delivered_orders: number
  verified_days: number
  /** Of what was delivered, in basis points. */
  refund_bps: number
  dispute_bps: number
}

const DAY_MS = 86_400_000

export function isProven(record: TrackRecord, rules: ProvenRules, now: Date): boolean {
  const { verified_at, delivered_count, refunded_count, disputed_count } = record
  const isWithin = (count: number, bps: number) => count * BASIS_POINTS <= bps * delivered_count

  return (
    verified_at !== null &&
    now.getTime() - verified_at.getTime() >= rules.verified_days * DAY_MS &&
    delivered_count >= Math.max(rules.delivered_orders, 1) &&
    isWithin(refunded_count, rules.refund_bps) &&
    isWithin(disputed_count, rules.dispute_bps)
  )
}
