import type { FeeRules } from "./fee"
import type { FirstPayoutRules } from "./first-payouts"

export const PAYOUT_SCHEDULES = ["daily", "weekly", "monthly", "on_request"] as const

export type PayoutSchedule = (typeof PAYOUT_SCHEDULES)[number]

export const RISK_LEVELS = ["standard", "elevated", "high"] as const

export type RiskLevel = (typeof RISK_LEVELS)[number]

/** What staff have set for one vendor; without it, the platform's own. */
export type PayoutTerms = {
  risk_level: RiskLevel
  /** Null: the platform's schedule. */
  schedule: PayoutSchedule | null
  /** Why nothing is paid to the vendor for now; null when nothing stands against it. */
  stopped_reason: string | null
  /** The vendor's orders may not be paid for at the door. */
  is_cash_stopped: boolean
  /**
   * What the vendor has to have deposited with the platform, by currency, in minor units: in these gateways pay its shares of sales by
   * themselves. Nothing of those can be held back, so there is no such currency without a deposit.
   */
  split_deposits: Record<string, string>
}

export const USUAL_TERMS: PayoutTerms = {
  risk_level: "standard",
  schedule: null,
  stopped_reason: null,
  is_cash_stopped: false,
  split_deposits: {},
}

/** Part of each sale that is kept back, in basis points, and for how many days. */
export type ReserveRule = { percent_bps: number; days: number }

/** The operator's settings that payouts go by. Amounts by currency, in minor units. */
export type PayoutRules = FirstPayoutRules &
  FeeRules & {
    payout_release_days: number
    payout_schedule: PayoutSchedule
    payout_minimums: Record<string, number>
    payout_approval_above: Record<string, number>
    payout_cool_off_hours: number
    /** Currencies in which nothing is paid to an account whose holder no gateway has confirmed. */
    payout_name_match_required: string[]
    payout_reserves: Record<RiskLevel, ReserveRule>
  }

const DAY_MS = 86_400_000

/**
 * The part of a calendar (UTC) in which a vendor is paid once by itself: `2026-11-28`, `2026-W48`, `2026-11`. Null for a
 * vendor that asks for its payouts. The first run of a period in which there is enough pays; one that was missed is made up.
 */
export function periodOf(schedule: PayoutSchedule, now: Date): string | null {
  switch (schedule) {
    case "daily":
      return now.toISOString().slice(0, 10)
    case "weekly":
      return weekOf(now)
    case "monthly":
      return now.toISOString().slice(0, 7)
    case "on_request":
      return null
    default:
      return schedule satisfies never
  }
}

/** ISO 8601: a week belongs to the year of its Thursday. */
function weekOf(now: Date): string {
  const day = now.getUTCDay() || 7
  const thursday = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 4 - day))
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  const week = Math.floor((thursday.getTime() - first) / DAY_MS / 7) + 1

  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, "0")}`
}
