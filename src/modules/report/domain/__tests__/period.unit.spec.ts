import fc from "fast-check"
import {
  addDays,
  INTERVALS,
  type Interval,
  MOST_BUCKETS,
  type Period,
  type PeriodAsked,
  periodOf,
} from "../period"

const period = (asked: Partial<PeriodAsked> & { from: string; to: string }): Period => {
  const verdict = periodOf({ interval: "day", time_zone: "Africa/Lagos", ...asked })
  if (!verdict.is_allowed) {
    throw new Error(verdict.why)
  }

  return verdict.period
}

const daysOf = ({ buckets }: Period) => buckets.map(({ from, to }) => [from, to])

describe("periodOf", () => {
  it("cuts days by the zone's clock, also where a day has 23 hours or 25", () => {
    const { buckets } = period({ from: "2026-03-28", to: "2026-03-31", time_zone: "Europe/Paris" })

    const hours = buckets.map(
      ({ starts_at, ends_at }) => (ends_at.getTime() - starts_at.getTime()) / 3_600_000
    )
    expect(hours).toEqual([24, 23, 24])
    expect(buckets[0]!.starts_at.toISOString()).toBe("2026-03-27T23:00:00.000Z")
  })

  it("begins weeks on Monday, and cuts the first and the last short", () => {
    expect(daysOf(period({ from: "2026-11-26", to: "2026-12-10", interval: "week" }))).toEqual([
      ["2026-11-26", "2026-11-30"],
      ["2026-11-30", "2026-12-07"],
      ["2026-12-07", "2026-12-10"],
    ])
    expect(daysOf(period({ from: "2026-11-23", to: "2026-11-30", interval: "week" }))).toHaveLength(1)
  })

  it("knows the length of months, and the day that a leap year has more", () => {
    expect(daysOf(period({ from: "2024-01-31", to: "2024-03-02", interval: "month" }))).toEqual([
      ["2024-01-31", "2024-02-01"],
      ["2024-02-01", "2024-03-01"],
      ["2024-03-01", "2024-03-02"],
    ])
    expect(daysOf(period({ from: "2024-02-28", to: "2024-03-01" })).at(-1)).toEqual([
      "2024-02-29",
      "2024-03-01",
    ])
    expect(daysOf(period({ from: "2023-02-28", to: "2023-03-01" }))).toHaveLength(1)
  })

  it.each<[string, string, Interval, string]>([
    ["2026-11-01", "2026-12-01", "day", "2026-10-02"],
    ["2026-11-01", "2026-12-01", "month", "2026-10-01"],
    ["2026-01-01", "2026-03-01", "month", "2025-11-01"],
    ["2024-02-01", "2024-03-01", "day", "2024-01-03"],
    ["2026-11-02", "2026-12-01", "month", "2026-10-04"],
  ])("compares %s to %s by %s with what begins on %s", (from, to, interval, expected) => {
    expect(period({ from, to, interval }).previous).toMatchObject({ from: expected, to: from })
  })

  it.each([
    ["2026-11-02", "2026-11-02", "day"],
    ["2026-11-03", "2026-11-02", "day"],
    ["2025-01-01", addDays("2025-01-01", MOST_BUCKETS + 1), "day"],
  ] as const)("refuses %s to %s by %s", (from, to, interval) => {
    expect(periodOf({ from, to, interval, time_zone: "UTC" }).is_allowed).toBe(false)
  })

  it("allows as many buckets as there may be", () => {
    expect(period({ from: "2025-01-01", to: addDays("2025-01-01", MOST_BUCKETS) }).buckets).toHaveLength(
      MOST_BUCKETS
    )
  })

  it("leaves no moment out and has none twice, whatever the zone", () => {
    const day = fc
      .date({ min: new Date("2013-01-01"), max: new Date("2034-01-01"), noInvalidDate: true })
      .map((moment) => moment.toISOString().slice(0, 10))
    const zones = ["Africa/Lagos", "Africa/Cairo", "Europe/London", "America/Havana", "Asia/Kathmandu", "UTC"]
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 90 }),
        fc.constantFrom(...INTERVALS),
        fc.constantFrom(...zones),
        (from, length, interval, time_zone) => {
          const { buckets, previous, starts_at, ends_at } = period({
            from,
            to: addDays(from, length),
            interval,
            time_zone,
          })
          const all = [previous, ...buckets]

          for (const [index, bucket] of all.entries()) {
            expect(bucket.ends_at).toEqual(all[index + 1]?.starts_at ?? ends_at)
            expect(bucket.from < bucket.to).toBe(true)
          }
          expect(buckets[0]!.starts_at).toEqual(starts_at)
        }
      ),
      { numRuns: 200 }
    )
  })
})
