import { lastMonths, monthName, spanOf } from "../months"

describe("months of statements", () => {
  it("go back from this one, over the turn of a year", () => {
    expect(lastMonths(3, new Date("2026-01-31T23:59:00Z"))).toEqual(["2026-01", "2025-12", "2025-11"])
  })

  it("reach from their first moment to before the next", () => {
    expect(spanOf("2026-12")).toEqual({ $gte: "2026-12-01T00:00:00.000Z", $lt: "2027-01-01T00:00:00.000Z" })
    expect([undefined, "", "2026", "2026-1"].map(spanOf)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  it("are named in the reader's language", () => {
    expect([monthName("2026-11", "en-GB"), monthName("2026-08", "fr")]).toEqual([
      "November 2026",
      "août 2026",
    ])
  })
})
