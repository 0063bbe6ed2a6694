import type { ReserveRule } from "./terms"

const DAY_MS = 86_400_000
const BASIS_POINTS = 10_000n

export type ReleaseFacts = {
  delivered_at: Date
  /** When the buyer, or a code at the door, has confirmed the delivery; that ends the wait, but no hold. */
  confirmed_at: Date | null
  /** Days after delivery. */
  release_days: number
  /** Days for which a vendor that is not verified waits, whatever was confirmed. */
  hold_days: number
}

/** From when on the money of a vendor order may be paid out. */
export function releaseAt({ delivered_at, confirmed_at, release_days, hold_days }: ReleaseFacts): Date {
  const waited = confirmed_at?.getTime() ?? delivered_at.getTime() + release_days * DAY_MS

  return new Date(Math.max(waited, delivered_at.getTime() + hold_days * DAY_MS))
}

export type ReleaseAmounts = { available_minor: bigint; reserved_minor: bigint }

/**
 * How what is held for a vendor order is divided when it is released. The reserve is rounded down; there is none on what the
 * vendor owes.
 */
export function divideRelease(owedMinor: bigint, rule: ReserveRule): ReleaseAmounts {
  const reserved_minor = owedMinor > 0n ? (owedMinor * BigInt(rule.percent_bps)) / BASIS_POINTS : 0n

  return { available_minor: owedMinor - reserved_minor, reserved_minor }
}

/** For what is released later of an order whose reserve is kept already. */
export const NO_RESERVE: ReserveRule = { percent_bps: 0, days: 0 }

export const reserveUntil = (releasedAt: Date, rule: ReserveRule): Date =>
  new Date(releasedAt.getTime() + rule.days * DAY_MS)
