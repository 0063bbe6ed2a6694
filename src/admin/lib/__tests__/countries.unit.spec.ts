import { defaultCountries } from "@medusajs/framework/utils"
import { countriesIn, countryNames } from "../countries"

describe("countries", () => {
  it("are those that the server takes, each once and with a name", () => {
    const found = countriesIn("fr")

    expect(found.map(({ value }) => value).sort()).toEqual(
      defaultCountries.map(({ alpha2 }) => alpha2.toLowerCase()).sort()
    )
    expect(found.filter(({ value, label }) => label.toLowerCase() === value)).toEqual([])
  })

  it("stand in the order of their names", () => {
    expect(countryNames(["ng", "ci", "gh"], "en")).toEqual(["Côte d’Ivoire", "Ghana", "Nigeria"])
  })
})
