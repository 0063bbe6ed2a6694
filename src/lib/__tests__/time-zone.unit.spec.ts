import fc from "fast-check"
import { dayAt, isTimeZone, offsetAt, startOfDay } from "../time-zone"

describe("startOfDay", () => {
  it.each([
    ["2026-11-28", "UTC", "2026-11-28T00:00:00.000Z"],
    ["2026-11-28", "Africa/Lagos", "2026-11-27T23:00:00.000Z"],
    ["2026-11-28", "Africa/Nairobi", "2026-11-27T21:00:00.000Z"],
    ["2024-02-29", "Africa/Johannesburg", "2024-02-28T22:00:00.000Z"],
    ["2026-11-28", "Asia/Kolkata", "2026-11-27T18:30:00.000Z"],
    ["2026-11-28", "Asia/Kathmandu", "2026-11-27T18:15:00.000Z"],
    // The clocks change at two or three in the night: the day before has begun by the old one, the day after by the new one.
    ["2026-03-29", "Europe/Paris", "2026-03-28T23:00:00.000Z"],
    ["2026-03-30", "Europe/Paris", "2026-03-29T22:00:00.000Z"],
    ["2026-10-25", "Europe/Paris", "2026-10-24T22:00:00.000Z"],
    ["2026-10-26", "Europe/Paris", "2026-10-25T23:00:00.000Z"],
    // Midnight is skipped: the day begins at one.
    ["2024-04-26", "Africa/Cairo", "2024-04-25T22:00:00.000Z"],
    // Midnight comes twice, first by summer time.
    ["2026-11-01", "America/Havana", "2026-11-01T04:00:00.000Z"],
    ["2026-11-02", "America/Havana", "2026-11-02T05:00:00.000Z"],
    // Samoa went over the date line and had no thirtieth.
    ["2011-12-30", "Pacific/Apia", "2011-12-30T10:00:00.000Z"],
    ["2011-12-31", "Pacific/Apia", "2011-12-30T10:00:00.000Z"],
  ])("%s in %s is %s", (date, zone, expected) => {
    expect(startOfDay(date, zone).toISOString()).toBe(expected)
  })

  it("is a quarter of an hour of UTC in every zone, and the first moment of its day", () => {
    const zones = Intl.supportedValuesOf("timeZone")
    const days = fc.date({ min: new Date("2013-01-01"), max: new Date("2035-01-01"), noInvalidDate: true })
    fc.assert(
      fc.property(fc.constantFrom(...zones), days, (zone, moment) => {
        const date = moment.toISOString().slice(0, 10)
        const start = startOfDay(date, zone)

        expect(start.getTime() % 900_000).toBe(0)
        expect(dayAt(start, zone)).toBe(date)
        expect(dayAt(new Date(start.getTime() - 1), zone) < date).toBe(true)
      }),
      { numRuns: 500 }
    )
  })
})

describe("offsetAt", () => {
  it("is what the clock is ahead, also for a moment with milliseconds", () => {
    expect(offsetAt(new Date("2026-07-01T12:00:00.789Z"), "America/New_York")).toBe(-4 * 3_600_000)
    expect(offsetAt(new Date("1969-12-31T23:59:59.500Z"), "UTC")).toBe(0)
  })
})

describe("isTimeZone", () => {
  it.each([
    ["Africa/Lagos", true],
    ["UTC", true],
    ["Africa/Atlantis", false],
    ["+01:00", false],
    ["", false],
  ])("%s: %s", (name, expected) => {
    expect(isTimeZone(name)).toBe(expected)
  })
})
