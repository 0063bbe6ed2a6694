import { dayBefore, periodOf } from "../report-period"

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
})
