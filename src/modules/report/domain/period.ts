import { startOfDay } from "../../../lib/time-zone"

export const INTERVALS = ["day", "week", "month"] as const

export type Interval = (typeof INTERVALS)[number]

/** So many bars are more than anybody reads; a year of days fits. */
export const MOST_BUCKETS = 400

/** Days by the clock of the zone (`2026-11-28`); `to` is the first one that is not in it. */
export type Days = { from: string; to: string }

export type Bucket = Days & { starts_at: Date; ends_at: Date }

export type Period = {
  interval: Interval
  time_zone: string
  days: Days
  buckets: Bucket[]
  /** As long, and just before. */
  previous: Bucket
  starts_at: Date
  ends_at: Date
}

export type PeriodAsked = Days & { interval: Interval; time_zone: string }

export type PeriodVerdict = { is_allowed: true; period: Period } | { is_allowed: false; why: string }

const DAY_MS = 86_400_000

const utcOf = (date: string) => new Date(`${date}T00:00:00Z`)
const asDate = (moment: Date) => moment.toISOString().slice(0, 10)

export const addDays = (date: string, days: number): string =>
  asDate(new Date(utcOf(date).getTime() + days * DAY_MS))

const firstOfMonth = (date: string, months: number): string => {
  const day = utcOf(date)

  return asDate(new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1)))
}

const daysBetween = ({ from, to }: Days): number =>
  Math.round((utcOf(to).getTime() - utcOf(from).getTime()) / DAY_MS)

/** Weeks begin on Monday. */
function nextStart(date: string, interval: Interval): string {
  if (interval === "month") {
    return firstOfMonth(date, 1)
  }
  const sinceMonday = (utcOf(date).getUTCDay() + 6) % 7

  return addDays(date, interval === "week" ? 7 - sinceMonday : 1)
}

/** What a report covers, cut into days, weeks or months; the first and the last may be cut short by the period. */
export function periodOf({ from, to, interval, time_zone }: PeriodAsked): PeriodVerdict {
  if (from >= to) {
    return { is_allowed: false, why: "A period ends after the day on which it begins." }
  }
  const parts: Days[] = []
  for (let start = from; start < to; ) {
    if (parts.length === MOST_BUCKETS) {
      return { is_allowed: false, why: `A report has at most ${MOST_BUCKETS} ${interval}s.` }
    }
    const next = nextStart(start, interval)
    const end = next < to ? next : to
    parts.push({ from: start, to: end })
    start = end
  }
  const starts = parts.map((part) => startOfDay(part.from, time_zone))
  const ends_at = startOfDay(to, time_zone)
  const starts_at = starts[0] ?? ends_at
  const before = previousOf({ from, to }, interval)

  return {
    is_allowed: true,
    period: {
      interval,
      time_zone,
      days: { from, to },
      buckets: parts.map((part, index) => ({
        ...part,
        starts_at: starts[index] ?? ends_at,
        ends_at: starts[index + 1] ?? ends_at,
      })),
      previous: { ...before, starts_at: startOfDay(before.from, time_zone), ends_at: starts_at },
      starts_at,
      ends_at,
    },
  }
}

const isFirstOfMonth = (date: string) => date.endsWith("-01")

/** As many days before it; of whole months that are looked at by month, as many months. */
function previousOf({ from, to }: Days, interval: Interval): Days {
  if (interval === "month" && isFirstOfMonth(from) && isFirstOfMonth(to)) {
    return { from: firstOfMonth(from, -monthsBetween({ from, to })), to: from }
  }

  return { from: addDays(from, -daysBetween({ from, to })), to: from }
}

function monthsBetween({ from, to }: Days): number {
  const months = (date: string) => utcOf(date).getUTCFullYear() * 12 + utcOf(date).getUTCMonth()

  return months(to) - months(from)
}
