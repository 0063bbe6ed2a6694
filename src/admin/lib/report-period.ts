/** Periods that reports are looked at by, and how they are cut. */
export const PERIODS = ["7d", "30d", "90d", "12m"] as const

export type PeriodName = (typeof PERIODS)[number]

export const INTERVALS = ["day", "week", "month"] as const

export type Period = { from: string; to: string; interval: (typeof INTERVALS)[number] }

/** Days that the reader has chosen. */
export const OWN_DAYS = "own"

export const CHOICES = [...PERIODS, OWN_DAYS] as const

export type Asked = Period & { name: (typeof CHOICES)[number] }

const DAYS: Record<Exclude<PeriodName, "12m">, number> = { "7d": 7, "30d": 30, "90d": 90 }

/** Half open and with today in it: `to` is tomorrow. Days are the reader's. */
export function periodOf(name: PeriodName, now = new Date()): Period {
  const to = dayOf(now.getFullYear(), now.getMonth(), now.getDate() + 1)
  if (name === "12m") {
    return { from: dayOf(now.getFullYear(), now.getMonth() - 11, 1), to, interval: "month" }
  }
  const from = dayOf(now.getFullYear(), now.getMonth(), now.getDate() + 1 - DAYS[name])

  return { from, to, interval: name === "90d" ? "week" : "day" }
}

/** The period that the address asks for: `period`, `interval`, and of days of one's own the first (`from`) and the last (`last`). */
export function askedPeriod(filters: Record<string, string>, now = new Date()): Asked {
  const name = CHOICES.find((known) => known === filters.period) ?? "30d"
  const period = name === OWN_DAYS ? ownPeriod(filters, periodOf("30d", now)) : periodOf(name, now)
  const interval = INTERVALS.find((known) => known === filters.interval) ?? period.interval

  return { ...period, name, interval }
}

/** In whichever order the two days were given; a day that is missing is one of the usual period. */
function ownPeriod(filters: Record<string, string>, usual: Period): Period {
  const [from = "", last = ""] = [
    isDay(filters.from) ? filters.from : usual.from,
    isDay(filters.last) ? filters.last : dayBefore(usual.to),
  ].toSorted()
  const days = (Date.parse(last) - Date.parse(from)) / DAY_MS + 1

  return {
    from,
    to: shifted(last, 1),
    interval: days <= MOST_DAYS ? "day" : days <= MOST_WEEKS ? "week" : "month",
  }
}

/** More bars than that cannot be told apart. */
const MOST_DAYS = 62
const MOST_WEEKS = 400

/** A day of a year in which the platform can have sold something. */
export const isDay = (text: string | undefined): text is string =>
  text !== undefined && /^2\d{3}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))

const DAY_MS = 86_400_000

const shifted = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

/** The last day of a period whose end is the first day after it. */
export const dayBefore = (day: string): string => shifted(day, -1)

/** Clocks of the markets of the platform; the reader's own and the one in use stand first. */
export const zonesFor = (...first: string[]): string[] => [
  ...new Set([
    ...first,
    "Africa/Lagos",
    "Africa/Accra",
    "Africa/Abidjan",
    "Africa/Nairobi",
    "Africa/Johannesburg",
    "Africa/Cairo",
    "UTC",
  ]),
]

/** A day of the calendar as text; months and days that are over or under run on. */
const dayOf = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)
