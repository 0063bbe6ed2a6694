import { addressOf } from "../api/address"

describe("the address of a route", () => {
  it("has its parameters, escaped", () => {
    expect(
      addressOf("/vendor/orders/:id/fulfilments/:fulfilment_id", { id: "a/b", fulfilment_id: "c" }, {})
    ).toBe("/vendor/orders/a%2Fb/fulfilments/c")
  })

  it("nests lists and ranges as the server reads them, and leaves out what is not said", () => {
    const address = addressOf("/vendor/orders", undefined, {
      q: "",
      status: ["pending", "confirmed"],
      created_at: { $gte: "2026-01-01" },
      limit: 20,
      order: undefined,
    })

    expect(decodeURIComponent(address)).toBe(
      "/vendor/orders?status[]=pending&status[]=confirmed&created_at[$gte]=2026-01-01&limit=20"
    )
  })

  it("is refused without a parameter: the list behind it is not what was asked for", () => {
    expect(() => addressOf("/vendor/orders/:id", { id: "" }, {})).toThrow("needs id")
    expect(() => addressOf("/vendor/orders/:id", undefined, {})).toThrow("needs id")
  })
})
