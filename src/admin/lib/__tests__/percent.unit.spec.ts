import { bpsOf, percentOf } from "../percent"

describe("percentages in a form", () => {
  it.each([
    [0, "0"],
    [5, "0.05"],
    [250, "2.5"],
    [1_000, "10"],
    [1_275, "12.75"],
    [10_000, "100"],
  ])("%i basis points are %s %%, and the other way", (bps, percent) => {
    expect(percentOf(bps)).toBe(percent)
    expect(bpsOf(percent)).toBe(bps)
  })
})
