/** How amounts, dates and numbers read in the language of the dashboard. Amounts come as decimal text in major units. */
export type Formats = ReturnType<typeof formatsFor>

const made = new Map<string, Formats>()

export function formatsOf(language: string): Formats {
  const known = made.get(language) ?? formatsFor(language)
  made.set(language, known)

  return known
}

function formatsFor(language: string) {
  const dates = new Intl.DateTimeFormat(language, { dateStyle: "medium" })
  const moments = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" })
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" })
  const numbers = new Intl.NumberFormat(language)
  const days = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", timeZone: "UTC" })
  const fullDays = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" })
  const short = new Intl.NumberFormat(language, { notation: "compact", maximumFractionDigits: 1 })
  const weekdays = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" })
  const clocks = new Intl.DateTimeFormat(language, { timeStyle: "short", timeZone: "UTC" })
  const point = numbers.formatToParts(0.5).find(({ type }) => type === "decimal")?.value ?? "."
  const percents = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 2 })

  return {
    /** `"1500.5"` and `"ngn"` as `₦1,500.50`. The text is handed on as it is: a float would lose digits. */
    money: (amount: string, currency_code: string) =>
      new Intl.NumberFormat(language, {
        style: "currency",
        currency: currency_code,
        currencyDisplay: "narrowSymbol",
      }).format(amount as Intl.StringNumericLiteral),
    date: (moment: string) => dates.format(new Date(moment)),
    moment: (moment: string) => moments.format(new Date(moment)),
    /** How long ago, or in how long. */
    ago: (moment: string, now = Date.now()) => {
      const { count, unit } = distance(new Date(moment).getTime() - now)

      return relative.format(count, unit)
    },
    number: (value: number) => numbers.format(value),
    /** A number as it is typed in the language, as the server reads it: `1 500,5` in French as `1500.5`. */
    typedNumber: (text: string) => text.replaceAll(/\s/g, "").replace(point, "."),
    /**
     * The same once it is typed to its end. Phones of regions such as South Africa offer a comma alone in every language: one or
     * two digits after it are a fraction, while three may be thousands.
     */
    finishedNumber: (text: string) => text.replace(LONE_COMMA, "$1.$2"),
    /** A day of the calendar, such as `2026-11-28`, without its year. */
    day: (day: string) => days.format(new Date(day)),
    /** The same with its year. */
    fullDay: (day: string) => fullDays.format(new Date(day)),
    /** A day of the week by its number; 0 is Sunday. */
    weekday: (day: number) => weekdays.format(SUNDAY + day * DAY),
    /** Minutes since midnight as the time on a clock: `540` as `09:00`. */
    clock: (minutes: number) => clocks.format(SUNDAY + minutes * MINUTE),
    /** To be read at a glance: `1.2M`. */
    short: (value: number) => short.format(value),
    /** Basis points: `250` as `2.5 %`. */
    percent: (bps: number) => percents.format(bps / 10_000),
  }
}

const LONE_COMMA = /^(-?\d+),(\d{1,2})$/
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const SUNDAY = Date.UTC(2023, 0, 1)

function distance(milliseconds: number): { count: number; unit: Intl.RelativeTimeFormatUnit } {
  const length = Math.abs(milliseconds)
  if (length < HOUR) {
    return { count: Math.round(milliseconds / MINUTE), unit: "minute" }
  }

  return length < 2 * DAY
    ? { count: Math.round(milliseconds / HOUR), unit: "hour" }
    : { count: Math.round(milliseconds / DAY), unit: "day" }
}
