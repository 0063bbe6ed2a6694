/** Minutes since midnight at which a shop opens and closes; null on a day off. */
export type Span = [opens: number, closes: number] | null

/** A day as it is typed. What was typed stays while the day is closed. */
export type DayHours = { is_open: boolean; opens: string; closes: string }

/** Days of the week, which the server counts from Sunday on, as they are read. */
export const WEEK = [1, 2, 3, 4, 5, 6, 0] as const

export const MIDNIGHT = 1440

/** What a day that was closed until now begins with. */
const USUAL: DayHours = { is_open: false, opens: "09:00", closes: "18:00" }

const TIME = /^([01]\d|2[0-3]):([0-5]\d)/

/** `09:30` as 570; null for what is no time. */
export function minutesOf(text: string): number | null {
  const match = TIME.exec(text)

  return match ? Number(match[1]) * 60 + Number(match[2]) : null
}

/** A shop that closes at 00:00 closes when its day ends. */
export const closingOf = (text: string): number | null =>
  minutesOf(text) || (minutesOf(text) === 0 ? MIDNIGHT : null)

/** 570 as `09:30`, as a field of time has it. */
export const timeOf = (minutes: number): string =>
  [Math.floor(minutes / 60) % 24, minutes % 60].map((part) => String(part).padStart(2, "0")).join(":")

/** The server's answer says no more of a span than that it is numbers. */
export function dayOf(span: readonly number[] | null | undefined): DayHours {
  const [from, to] = span ?? []

  return from === undefined || to === undefined
    ? USUAL
    : { is_open: true, opens: timeOf(from), closes: timeOf(to) }
}

/** Null on a day off, and for what is not a time yet. */
export function spanOf({ is_open, opens, closes }: DayHours): Span {
  const [from, to] = [minutesOf(opens), closingOf(closes)]

  return is_open && from !== null && to !== null ? [from, to] : null
}

/** What a shop begins with that has not said its hours. */
export const USUAL_WEEK: Span[] = [0, 1, 2, 3, 4, 5, 6].map((day) => (day === 0 ? null : [540, 1080]))

export type Days = { first: number; last: number; span: Span }

/** Days in a row that are alike, as one. */
export function daysAlike(week: Span[]): Days[] {
  const found: Days[] = []
  for (const day of WEEK) {
    const span = week[day] ?? null
    const before = found.at(-1)
    if (before && String(before.span) === String(span)) {
      before.last = day
    } else {
      found.push({ first: day, last: day, span })
    }
  }

  return found
}

/** Where some clocks stand, for those who do not know theirs. */
const PLACES: Record<number, string> = {
  [-60]: "Praia",
  0: "Accra, Abidjan, Dakar",
  60: "Lagos, Douala, Kinshasa",
  120: "Johannesburg, Kigali, Lusaka",
  180: "Nairobi, Kampala, Addis Ababa",
  240: "Mauritius",
}

const HALF_HOURS = [-570, -210, -150, 210, 270, 330, 345, 390, 525, 570, 630, 765]

/** Every clock that somebody has, with the one that is set. */
export function clocksWith(set: number): { value: string; label: string }[] {
  const whole = Array.from({ length: 27 }, (_, index) => (index - 12) * 60)
  const all = [...new Set([...whole, ...HALF_HOURS, set])].sort((one, other) => one - other)

  return all.map((minutes) => ({
    value: String(minutes),
    label: [`UTC${minutes < 0 ? "−" : "+"}${timeOf(Math.abs(minutes))}`, PLACES[minutes]]
      .filter(Boolean)
      .join(" · "),
  }))
}
