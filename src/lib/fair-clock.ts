/** When a shop is open, by its own clock. */
export type ShopHours = {
  /** What its clock is ahead of UTC: 60 in Lagos. */
  utc_offset_minutes: number
  /** Minutes of the day from which and until which it is open, from Sunday on; null on a day off. */
  week: ([open: number, close: number] | null)[]
  /** Its days off besides, as `2026-12-25`. */
  holidays: string[]
}

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** However often a shop is closed, a buyer waits no longer than this for what would take a day at most. */
const LONGEST_DAYS = 60

type Span = { from: number; to: number }

/**
 * The moment at which a shop has been open for so long since then. A shop that has not said when it is open is open always;
 * so is one that is closed for two months, which cannot hold its buyers' money by that.
 */
export function dueAt(since: Date, open_ms: number, hours: ShopHours | null): Date {
  let left = open_ms
  if (!hours || left <= 0) {
    return new Date(since.getTime() + Math.max(left, 0))
  }
  const limit = LONGEST_DAYS + Math.ceil(open_ms / DAY_MS)
  for (let day = 0; day <= limit; day += 1) {
    const span = spanOf(since.getTime() + day * DAY_MS, hours)
    const from = Math.max(span?.from ?? 0, since.getTime())
    const open = span ? Math.max(span.to - from, 0) : 0
    if (span && open >= left) {
      return new Date(from + left)
    }
    left -= open
  }

  return new Date(since.getTime() + limit * DAY_MS)
}

/** How long a shop that is open for a part of the day alone takes for so many days: what it is open in one, times them. */
export function daysOpen(days: number, hours: ShopHours | null): number {
  const spans = (hours?.week ?? []).flatMap((span) => (span ? [span[1] - span[0]] : []))
  const longest = Math.max(0, ...spans)

  return days * (longest > 0 ? longest * MINUTE_MS : DAY_MS)
}

/** When it is open on the day, by its own clock, on which that moment falls. */
function spanOf(moment: number, { utc_offset_minutes, week, holidays }: ShopHours): Span | null {
  const offset = utc_offset_minutes * MINUTE_MS
  const midnight = Math.floor((moment + offset) / DAY_MS) * DAY_MS
  const day = new Date(midnight)
  const open = week[day.getUTCDay()]
  if (!open || holidays.includes(day.toISOString().slice(0, 10))) {
    return null
  }

  return { from: midnight - offset + open[0] * MINUTE_MS, to: midnight - offset + open[1] * MINUTE_MS }
}

export type ClockFacts = {
  since: Date
  /** How long the shop may take, in time that it is open. */
  limit_ms: number
  hours: ShopHours | null
  /** When it was reminded; null as long as it was not. */
  reminded_at: Date | null
  now: Date
}

/** When a shop is reminded: after three quarters of its time. */
export const remindAt = ({ since, limit_ms, hours }: Omit<ClockFacts, "reminded_at" | "now">): Date =>
  dueAt(since, (limit_ms * 3) / 4, hours)

/** When its time is up: one that was reminded has the last quarter from then on, however late the reminder was. */
export function actAt({ since, limit_ms, hours, reminded_at }: Omit<ClockFacts, "now">): Date {
  const due = dueAt(since, limit_ms, hours)
  const afterReminder = reminded_at && dueAt(reminded_at, limit_ms / 4, hours)

  return afterReminder && afterReminder > due ? afterReminder : due
}

/** Nobody's time is up who was not reminded. */
export function readClock({ now, ...facts }: ClockFacts): "wait" | "remind" | "act" {
  if (!facts.reminded_at) {
    return now >= remindAt(facts) ? "remind" : "wait"
  }

  return now >= actAt(facts) ? "act" : "wait"
}
