import { bodyOf, taxAndRateOf, taxAndRateValues } from "../tax-and-rate"

const values = taxAndRateValues({ t: (key) => key })

describe("the tax and the rate of a shop in a form", () => {
  it.each([
    { tax_status: "registered" as const, commission_rate_bps: null },
    { tax_status: "not_registered" as const, commission_rate_bps: 0 },
    { tax_status: "registered" as const, commission_rate_bps: 1_275 },
  ])("goes back as it came: %j", (shop) => {
    expect(bodyOf(values.parse(taxAndRateOf(shop)))).toEqual(shop)
  })

  it("takes no rate for the platform's, and refuses what is no percentage", () => {
    const shop = { tax_status: "registered" as const }

    expect(bodyOf(values.parse({ ...shop, rate: " " })).commission_rate_bps).toBeNull()
    for (const rate of ["101", "-1", "7.255", "half"]) {
      expect(values.safeParse({ ...shop, rate }).error?.issues[0]?.message).toBe("forms.percent")
    }
  })
})
