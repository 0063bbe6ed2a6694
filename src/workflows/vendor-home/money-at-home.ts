import type { AccountKind } from "../../lib/mobile-money"
import { toMajorUnits } from "../../lib/money"
import type { Balance } from "../../modules/ledger/types"
import { decidePayout, type PayoutObstacle } from "../../modules/payout/domain/decide"
import { NEVER_PAID } from "../../modules/payout/domain/first-payouts"
import type { PayoutState } from "../../modules/payout/domain/state"
import type { PayoutRules } from "../../modules/payout/domain/terms"
import type { PayoutStanding } from "../../modules/payout/standing-rows"
import type { ShopSales, SoldInSpan } from "../../modules/vendor-order/home-rows"
import { obstacleSentence } from "../payout/refusals"

/** In major units, as decimals. */
export type BalanceAtHome = {
  currency_code: string
  pending: string
  available: string
  reserved: string
  disputed: string
  in_transit: string
}

const STATES_OF_MONEY = {
  pending: "vendor_pending",
  available: "vendor_available",
  reserved: "vendor_reserved",
  disputed: "vendor_disputed",
  in_transit: "payouts_in_transit",
} as const

const currenciesOf = (accounts: Balance[]) =>
  [...new Set(accounts.map(({ currency_code }) => currency_code))].toSorted()

/** What the books owe to the shop in an account: credit stands below zero there. */
const owedIn = (accounts: Balance[], type: string, currencyCode: string): bigint =>
  -(
    accounts.find((known) => known.type === type && known.currency_code === currencyCode)?.balance_minor ?? 0n
  )

export const balancesAtHome = (accounts: Balance[]): BalanceAtHome[] =>
  currenciesOf(accounts).map((currency_code) => {
    const amount = (state: keyof typeof STATES_OF_MONEY) =>
      toMajorUnits(owedIn(accounts, STATES_OF_MONEY[state], currency_code), currency_code)

    return {
      currency_code,
      pending: amount("pending"),
      available: amount("available"),
      reserved: amount("reserved"),
      disputed: amount("disputed"),
      in_transit: amount("in_transit"),
    }
  })

export type PayoutsAtHome = {
  /** What is not paid out, and why; the amount is null where money is held before it is available. */
  held: { currency_code: string; amount: string | null; reason_code: PayoutObstacle; reason: string }[]
  /** Payouts that wait for a person of the platform, or for their rail's word. */
  waiting: { id: string; currency_code: string; amount: string; state: PayoutState }[]
}

type Facts = {
  accounts: Balance[]
  standing: PayoutStanding
  rules: PayoutRules
  rail_for: (currencyCode: string, kind: AccountKind) => string | null
  now: Date
}

/** What keeps a shop's money from being paid out, by the rules that payouts themselves go by. */
export function payoutsAtHome(facts: Facts): PayoutsAtHome {
  const { accounts, standing } = facts
  const underReview = standing.held.map((currency_code) => held(currency_code, null, "under_review"))

  return {
    held: [...currenciesOf(accounts).flatMap((code) => heldIn(code, facts)), ...underReview],
    waiting: standing.waiting.map(({ id, currency_code, amount_minor, state }) => ({
      id,
      currency_code,
      amount: toMajorUnits(amount_minor, currency_code),
      state,
    })),
  }
}

const held = (currency_code: string, amount: string | null, reason_code: PayoutObstacle) => ({
  currency_code,
  amount,
  reason_code,
  reason: obstacleSentence(reason_code),
})

/** Why what is available in a currency would not be paid now; nothing when it would, or when there is nothing. */
function heldIn(
  currency_code: string,
  { accounts, standing, rules, rail_for, now }: Facts
): PayoutsAtHome["held"] {
  const { shop, account, terms, paid_before } = standing
  const available_minor = owedIn(accounts, STATES_OF_MONEY.available, currency_code)
  if (available_minor <= 0n) {
    return []
  }
  const decision = decidePayout(
    {
      currency_code,
      available_minor,
      shop,
      account,
      terms,
      rules,
      rail: rail_for(currency_code, account?.kind ?? "bank"),
      paid_before: paid_before[currency_code] ?? NEVER_PAID,
      has_held_money: false,
    },
    now
  )

  return decision.do === "wait"
    ? [held(currency_code, toMajorUnits(available_minor, currency_code), decision.obstacle)]
    : []
}

type Sold = { orders: number; total: string }

export type SalesAtHome = {
  /** By whose clock a day begins. */
  time_zone: string
  currencies: { currency_code: string; today: Sold; last_30_days: Sold; previous_30_days: Sold }[]
}

export const salesAtHome = (sales: ShopSales[], time_zone: string): SalesAtHome => ({
  time_zone,
  currencies: sales.map(({ currency_code, today, month, month_before }) => {
    const sold = ({ orders, total_minor }: SoldInSpan): Sold => ({
      orders,
      total: toMajorUnits(total_minor, currency_code),
    })

    return {
      currency_code,
      today: sold(today),
      last_30_days: sold(month),
      previous_30_days: sold(month_before),
    }
  }),
})
