/** A name that clocks know, such as `Africa/Lagos`. No offsets: they do not say when the clocks change. */
export function isTimeZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && Boolean(clockOf(name))
  } catch {
    return false
  }
}

/** More than there are zones; whoever asks for `africa/LAGOS`, too, does not fill the memory. */
const MOST_CLOCKS = 1000

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known) {
    return known
  }
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    calendar: "gregory",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  })
  if (clocks.size >= MOST_CLOCKS) {
    clocks.clear()
  }
  clocks.set(zone, clock)

  return clock
}

/** How far a zone's clock is ahead of UTC at a moment, in milliseconds. */
export function offsetAt(moment: Date, zone: string): number {
  const part = Object.fromEntries(
    clockOf(zone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)])
  ) as Record<Intl.DateTimeFormatPartTypes, number>
  const shown = Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second)

  return shown - Math.floor(moment.getTime() / 1000) * 1000
}

const DAY_MS = 86_400_000

/** A year's report asks for the same days again and again, and a clock is slow to read. */
const MOST_DAYS = 20_000

const offsets = new Map<string, number>()

function offsetOnDay(midnight: number, zone: string): number {
  const key = `${zone} ${midnight}`
  const known = offsets.get(key)
  if (known !== undefined) {
    return known
  }
  const offset = offsetAt(new Date(midnight), zone)
  if (offsets.size >= MOST_DAYS) {
    offsets.clear()
  }
  offsets.set(key, offset)

  return offset
}

/**
 * When a day (`2026-03-29`) begins by a zone's clock. Where the clocks skip midnight it begins when they have; where they show it
 * twice, with the first; a day that a zone has left out is as long as nothing.
 */
export function startOfDay(date: string, zone: string): Date {
  const midnight = Date.parse(`${date}T00:00:00Z`)
  const before = offsetOnDay(midnight - DAY_MS, zone)
  const after = offsetOnDay(midnight + DAY_MS, zone)
  if (before === after) {
    return new Date(midnight - before)
  }
  const shown = [before, after]
    .map((offset) => new Date(midnight - offset))
    .filter((moment) => moment.getTime() + offsetAt(moment, zone) === midnight)
    .toSorted((left, right) => left.getTime() - right.getTime())

  return shown[0] ?? new Date(midnight - before)
}

/** The day that a zone's clock shows at a moment. */
export const dayAt = (moment: Date, zone: string): string =>
  new Date(moment.getTime() + offsetAt(moment, zone)).toISOString().slice(0, 10)
