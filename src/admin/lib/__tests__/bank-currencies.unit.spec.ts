import { bankCurrencies, firstCurrency } from "../bank-currencies"

describe("the currency of a bank account", () => {
  it.each([
    [["ugx", "tzs", "rwf"], undefined, ["rwf", "tzs", "ugx"], ""],
    [["xaf"], undefined, ["xaf"], "xaf"],
    [["zmw", "ngn"], "ngn", ["ngn", "zmw"], "ngn"],
    // The store has stopped to sell in it.
    [["zmw"], "ngn", ["ngn", "zmw"], "ngn"],
    [[], undefined, [], ""],
  ])("of a store that sells in %j, where %j is stored, is one of %j and begins as %j", (...given) => {
    const [sold, current, offered, first] = given
    expect(bankCurrencies(sold, current)).toEqual(offered)
    expect(firstCurrency(offered, current)).toBe(first)
  })
})
