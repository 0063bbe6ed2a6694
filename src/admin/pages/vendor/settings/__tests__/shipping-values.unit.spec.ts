import { addressLines, locationBody, locationValues } from "../shipping/location-values"
import {
  changeOf,
  creationOf,
  type Option,
  optionSchema,
  priceProblem,
  startValues,
} from "../shipping/option-values"

const texts = { t: (key: string) => key }
const OFFER = { currencies: ["ngn", "xof"], store_country_codes: ["gh", "ng"] }
const OPTION: Option = {
  id: "so_1",
  name: "To your door",
  description: null,
  type: "standard",
  price_type: "flat",
  fulfillment_type: "shipping",
  country_codes: ["ng", "ke"],
  prices: [{ currency_code: "ngn", amount: 1500.5 }],
  is_editable: true,
  created_at: "2026-11-28T12:00:00Z",
  updated_at: "2026-11-28T12:00:00Z",
}

describe("a price of a delivery", () => {
  it.each([
    ["", "ngn", null],
    ["0", "ngn", null],
    ["1500.50", "ngn", null],
    ["999999999999", "xof", null],
    ["1500.505", "ngn", "shipping.decimals"],
    ["1500.5", "xof", "shipping.no_decimals"],
    ["1,500", "ngn", "inputs.amount"],
    ["-1", "ngn", "inputs.amount"],
    ["1e3", "ngn", "inputs.amount"],
    ["01", "ngn", "inputs.amount"],
  ])("%j in %s: %s", (typed, currency, problem) => {
    expect(priceProblem(typed, currency, texts)).toBe(problem)
  })
})

describe("a way of delivery", () => {
  const faults = (change: object) =>
    (optionSchema(texts).safeParse({ ...startValues(OPTION, OFFER), ...change }).error?.issues ?? []).map(
      ({ path, message }) => [path.join("."), message]
    )

  it("goes everywhere when it is new", () => {
    expect(startValues(null, OFFER)).toEqual({
      name: "",
      description: "",
      type: "standard",
      prices: { ngn: "", xof: "" },
      country_codes: ["gh", "ng"],
    })
  })

  it("sends amounts as text, and nothing for a currency that is empty", () => {
    expect(creationOf({ ...startValues(OPTION, OFFER), description: "Soon" })).toEqual({
      name: "To your door",
      description: "Soon",
      type: "standard",
      prices: [{ currency_code: "ngn", amount: "1500.5" }],
      country_codes: ["ng", "ke"],
    })
  })

  it("names its countries when they were changed alone", () => {
    const values = startValues(OPTION, OFFER)

    expect(changeOf({ ...values, country_codes: ["ke", "ng"] }, OPTION)).not.toHaveProperty("country_codes")
    expect(changeOf({ ...values, country_codes: ["ng"] }, OPTION)).toMatchObject({ country_codes: ["ng"] })
  })

  it.each([
    [{ name: " " }, "name", "inputs.required"],
    [{ prices: { ngn: "", xof: "" } }, "prices.ngn", "shipping.price_missing"],
    [{ prices: { ngn: "", xof: "1.5" } }, "prices.xof", "shipping.no_decimals"],
    [{ country_codes: [] }, "country_codes", "shipping.countries_missing"],
  ])("is wrong with %j", (change, field, message) => {
    expect(faults(change)).toEqual([[field, message]])
  })
})

describe("a place that parcels leave from", () => {
  const PLACE = {
    id: "sloc_1",
    name: "Shop",
    address: {
      address_1: "12 Allen Avenue",
      city: "Ikeja",
      province: "Lagos",
      country_code: "NG",
      phone: null,
    },
    created_at: "2026-11-28T12:00:00Z",
    updated_at: "2026-11-28T12:00:00Z",
  }

  it("is sent whole, and what is empty is taken away", () => {
    expect(locationBody(locationValues(PLACE))).toEqual({
      name: "Shop",
      address: {
        address_1: "12 Allen Avenue",
        address_2: null,
        city: "Ikeja",
        company: null,
        country_code: "ng",
        phone: null,
        postal_code: null,
        province: "Lagos",
      },
    })
  })

  it("is read line by line, without empty ones", () => {
    expect(addressLines(PLACE.address, "Nigeria")).toEqual(["12 Allen Avenue", "Ikeja, Lagos", "Nigeria"])
    expect(addressLines(null, null)).toEqual([])
  })
})
