import { askedPeriod, dayBefore, isDay, periodOf, zonesFor } from "../report-period"

describe("the period of a report", () => {
  const at = (text: string) => new Date(`${text}T12:00:00`)

  it.each([
    ["7d", "2026-03-03", { from: "2026-02-25", to: "2026-03-04", interval: "day" }],
    ["30d", "2026-12-31", { from: "2026-12-02", to: "2027-01-01", interval: "day" }],
    ["90d", "2028-03-01", { from: "2027-12-03", to: "2028-03-02", interval: "week" }],
    ["12m", "2026-01-31", { from: "2025-02-01", to: "2026-02-01", interval: "month" }],
  ] as const)("of %s on %s holds today as its last day", (name, today, period) => {
    expect(periodOf(name, at(today))).toEqual(period)
  })

  it.each([
    ["2026-03-01", "2026-02-28"],
    ["2027-01-01", "2026-12-31"],
  ])("that ends before %s has %s as its last day", (to, last) => {
    expect(dayBefore(to)).toBe(last)
  })

  it.each([
    [{}, { name: "30d", from: "2026-02-02", to: "2026-03-04", interval: "day" }],
    [
      { period: "fortnight", interval: "hour" },
      { name: "30d", from: "2026-02-02", to: "2026-03-04", interval: "day" },
    ],
    [
      { period: "90d", interval: "month" },
      { name: "90d", from: "2025-12-04", to: "2026-03-04", interval: "month" },
    ],
    [
      { period: "own", from: "2024-02-28", last: "2024-02-29" },
      { name: "own", from: "2024-02-28", to: "2024-03-01", interval: "day" },
    ],
    // The other way round, and over more days than bars could show.
    [
      { period: "own", from: "2026-01-31", last: "2025-10-01" },
      { name: "own", from: "2025-10-01", to: "2026-02-01", interval: "week" },
    ],
    [
      { period: "own", from: "2024-01-01", last: "2026-02-28" },
      { name: "own", from: "2024-01-01", to: "2026-03-01", interval: "month" },
    ],
    [
      { period: "own", from: "yesterday", last: "2026-13-01" },
      { name: "own", from: "2026-02-02", to: "2026-03-04", interval: "day" },
    ],
  ])("that %j asks for", (filters, asked) => {
    expect(askedPeriod(filters as Record<string, string>, at("2026-03-03"))).toEqual(asked)
  })

  it("may begin by each clock once", () => {
    const zones = zonesFor("UTC", "Africa/Lagos")
    expect(zones.slice(0, 2)).toEqual(["UTC", "Africa/Lagos"])
    expect(new Set(zones).size).toBe(zones.length)
  })

  it("takes no day that is only half typed", () => {
    expect(["0002-01-01", "0202-01-01", "", "2026-13-01", "2026-01-01"].map(isDay)).toEqual([
      false,
      false,
      false,
      false,
      true,
    ])
  })
})
