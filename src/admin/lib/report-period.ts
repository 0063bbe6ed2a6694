/** Periods that reports are looked at by, and how they are cut. */
export const PERIODS = ["7d", "30d", "90d", "12m"] as const

export type PeriodName = (typeof PERIODS)[number]

export type Period = { from: string; to: string; interval: "day" | "week" | "month" }

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

/** The last day of a period whose end is the first day after it. */
export const dayBefore = (day: string): string =>
  new Date(new Date(day).getTime() - DAY_MS).toISOString().slice(0, 10)

const DAY_MS = 86_400_000

/** A day of the calendar as text; months and days that are over or under run on. */
const dayOf = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)
