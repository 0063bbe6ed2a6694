import { explainRule } from "../explain"
import { rule } from "./rules"

describe("explainRule", () => {
  it.each([
    [
      { amounts: { ngn: { fixed_minor: "5000", cap_minor: "500000" } } },
      "8 % Electronics + ₦50, capped at ₦5,000",
    ],
    [{}, "8 % Electronics"],
    [{ rate_bps: 825, name: "Shop of Ada" }, "8.25 % Shop of Ada"],
    [{ rate_bps: 0, amounts: { ngn: { fixed_minor: "123450" } } }, "0 % Electronics + ₦1,234.50"],
    [
      { counted_by: "item" as const, amounts: { ngn: { floor_minor: "2000", cap_minor: "0" } } },
      "8 % Electronics, at least ₦20 each, capped at ₦0 each",
    ],
    [{ amounts: { ngn: { fixed_minor: "0", floor_minor: "0" } } }, "8 % Electronics"],
  ])("says %j in words", (over, words) => {
    expect(explainRule(rule(over), "ngn")).toBe(words)
  })

  it("knows how other currencies are written", () => {
    const fixed = rule({ amounts: { xof: { fixed_minor: "1500" }, kes: { fixed_minor: "1500" } } })

    expect([explainRule(fixed, "xof"), explainRule(fixed, "kes")]).toEqual([
      "8 % Electronics + CFA 1,500",
      "8 % Electronics + Ksh 15",
    ])
  })
})
