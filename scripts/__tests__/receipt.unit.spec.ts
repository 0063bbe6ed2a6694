import { money, problemsOf, type Receipt, trialBalance } from "../lib/receipt"

const account = (code: string, balance_minor: bigint, currency_code = "ngn") => ({
  code,
  type: code,
  owner: null,
  shop: null,
  currency_code,
  balance_minor,
})

const receipt = (charged: bigint[], balances: ReturnType<typeof account>[]): Receipt => ({
  order: { display_id: 1, currency_code: "ngn", charged_minor: 300n, gateway_reference: null },
  vendor_orders: charged.map((charged_minor, index) => ({
    id: `vo_${index}`,
    display_number: `1-${index}`,
    status: "pending",
    vendor_id: `v${index}`,
    vendor_name: "Shop",
    items: "1 x A",
    item_minor: charged_minor,
    shipping_minor: 0n,
    vendor_discount_minor: 0n,
    platform_discount_minor: 0n,
    tax_minor: 0n,
    charged_minor,
    commission_minor: 0n,
    net_minor: charged_minor,
  })),
  balances,
})

describe("money", () => {
  it.each([
    [123456n, "ngn", "NGN 1,234.56"],
    [-5n, "ngn", "NGN -0.05"],
    [100000000n, "ngn", "NGN 1,000,000.00"],
    [1234n, "xof", "XOF 1,234"],
  ])("%s %s reads %s", (amount, currency, expected) => {
    expect(money(amount, currency)).toBe(expected)
  })
})

describe("trialBalance", () => {
  it("keeps currencies apart", () => {
    const totals = trialBalance([account("a", 5n), account("b", -5n), account("c", 7n, "usd")])
    expect([...totals]).toEqual([
      ["ngn", { debit: 5n, credit: 5n }],
      ["usd", { debit: 7n, credit: 0n }],
    ])
  })
})

describe("problemsOf", () => {
  it("finds nothing where shares and book add up", () => {
    expect(problemsOf(receipt([100n, 200n], [account("a", 300n), account("b", -300n)]))).toEqual([])
  })

  it.each([
    [
      "shares that miss a unit",
      receipt([100n, 199n], [account("a", 1n), account("b", -1n)]),
      "add up to 299",
    ],
    ["a book that is off", receipt([300n], [account("a", 300n), account("b", -299n)]), "off by 1 in ngn"],
    ["an empty book", receipt([300n], []), "The ledger is empty"],
  ])("reports %s", (_, broken, problem) => {
    expect(problemsOf(broken)).toEqual([expect.stringContaining(problem)])
  })
})
