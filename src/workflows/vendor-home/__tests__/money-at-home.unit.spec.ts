import { settingsFrom } from "../../../modules/access/domain/settings"
import type { Balance } from "../../../modules/ledger/types"
import { USUAL_TERMS } from "../../../modules/payout/domain/terms"
import type { PayoutStanding } from "../../../modules/payout/standing-rows"
import { balancesAtHome, payoutsAtHome, salesAtHome } from "../money-at-home"

const now = new Date("2026-11-28T12:00:00Z")

const account = (type: Balance["type"], balance_minor: bigint, currency_code = "ngn"): Balance => ({
  code: `${type}:vend_1:${currency_code}`,
  type,
  owner: "vend_1",
  currency_code,
  balance_minor,
})

const standing = (over: Partial<PayoutStanding> = {}): PayoutStanding => ({
  shop: { status: "approved", is_house: false },
  account: {
    id: "vbank_1",
    kind: "bank",
    currency_code: "ngn",
    since: new Date("2026-01-01"),
    is_first: true,
    is_verified: true,
  },
  terms: USUAL_TERMS,
  paid_before: {},
  held: [],
  waiting: [],
  ...over,
})

const payouts = (accounts: Balance[], over: Partial<PayoutStanding> = {}) =>
  payoutsAtHome({
    accounts,
    standing: standing(over),
    rules: settingsFrom({}),
    rail_for: () => "manual",
    now,
  })

const reasons = (accounts: Balance[], over: Partial<PayoutStanding> = {}) =>
  payouts(accounts, over).held.map(({ currency_code, amount, reason_code }) => [
    currency_code,
    amount,
    reason_code,
  ])

describe("payoutsAtHome", () => {
  const available = [account("vendor_available", -500_000n)]

  it.each([
    ["nothing, when it would be paid", {}, []],
    [
      "that payouts are stopped",
      { terms: { ...USUAL_TERMS, stopped_reason: "a look" } },
      [["ngn", "5000", "stopped"]],
    ],
    ["that there is no account", { account: null }, [["ngn", "5000", "bank_account_missing"]]],
    [
      "that the shop is not paid",
      { shop: { status: "suspended", is_house: false } },
      [["ngn", "5000", "shop_not_paid"]],
    ],
  ] as const)("says %s", (_, over, told) => {
    expect(reasons(available, over as Partial<PayoutStanding>)).toEqual(told)
  })

  it("says of each currency by itself what is too little, and of held money that it is looked at", () => {
    const both = [account("vendor_available", -50_000n), account("vendor_available", -900n, "kes")]
    expect(reasons(both, { held: ["ngn"] })).toEqual([
      ["kes", "9", "bank_account_currency"],
      ["ngn", "500", "below_minimum"],
      ["ngn", null, "under_review"],
    ])
    expect(reasons([account("vendor_available", 700n)])).toEqual([])
    expect(payouts(both).held[0]!.reason).toMatch(/another currency/)
  })

  it("names payouts that wait for somebody", () => {
    const waiting = [
      { id: "pout_1", currency_code: "xof", amount_minor: 2500n, state: "awaiting_approval" as const },
    ]
    expect(payouts([], { waiting }).waiting).toEqual([
      { id: "pout_1", currency_code: "xof", amount: "2500", state: "awaiting_approval" },
    ])
  })
})

it("balancesAtHome shows what is owed to the shop above zero, each currency by itself", () => {
  const books = [
    account("vendor_pending", -12_345n),
    account("vendor_available", 600n),
    account("vendor_pending", -7n, "xof"),
  ]
  expect(balancesAtHome(books)).toEqual([
    {
      currency_code: "ngn",
      pending: "123.45",
      available: "-6",
      reserved: "0",
      disputed: "0",
      in_transit: "0",
    },
    { currency_code: "xof", pending: "7", available: "0", reserved: "0", disputed: "0", in_transit: "0" },
  ])
})

it("salesAtHome shows amounts in major units", () => {
  const sold = (orders: number, total_minor: bigint) => ({ orders, total_minor })
  const sales = [
    { currency_code: "ngn", today: sold(1, 5n), month: sold(2, 100_005n), month_before: sold(0, 0n) },
  ]
  expect(salesAtHome(sales, "Africa/Lagos")).toEqual({
    time_zone: "Africa/Lagos",
    currencies: [
      {
        currency_code: "ngn",
        today: { orders: 1, total: "0.05" },
        last_30_days: { orders: 2, total: "1000.05" },
        previous_30_days: { orders: 0, total: "0" },
      },
    ],
  })
})
