import { payoutFee } from "./fee"
import { isBeyondFirst, type PaidBefore } from "./first-payouts"
import { type PayoutRules, type PayoutTerms, periodOf } from "./terms"

const HOUR_MS = 3_600_000

export type Account = {
  id: string
  currency_code: string
  since: Date
  is_first: boolean
  is_verified: boolean
}

export type PayoutFacts = {
  currency_code: string
  available_minor: bigint
  shop: { status: string; is_house: boolean }
  /** The account that the vendor is paid to now. */
  account: Account | null
  terms: PayoutTerms
  rules: PayoutRules
  /** Which would pay to the account; null when none does. */
  rail: string | null
  /** In this currency. */
  paid_before: PaidBefore
  /** Some of the vendor's money in this currency waits for staff. */
  has_held_money: boolean
}

/** Why a vendor is not paid. */
export type PayoutObstacle =
  | "shop_not_paid"
  | "stopped"
  | "nothing_available"
  | "below_minimum"
  | "under_review"
  | "bank_account_missing"
  | "bank_account_currency"
  | "bank_account_unverified"
  | "bank_account_cool_off"
  | "no_rail"
  | "not_scheduled"

export type PayoutPlan = {
  amount_minor: bigint
  fee_minor: bigint
  rail: string
  bank_account_id: string
  needs_approval: boolean
}

export type PayoutDecision = ({ do: "pay" } & PayoutPlan) | { do: "wait"; obstacle: PayoutObstacle }

/** A shop that has closed is still owed what it has sold; one that is suspended waits. */
const PAID_STATUSES = ["approved", "closed"]

/** What a vendor would be paid now, all of what is available unless an amount is asked for. */
export function decidePayout(facts: PayoutFacts, now: Date, asked?: bigint): PayoutDecision {
  const obstacle = obstacleTo(facts, now) ?? amountObstacle(facts, asked)
  const { rail } = facts
  if (obstacle || !facts.account || rail === null) {
    return { do: "wait", obstacle: obstacle ?? "bank_account_missing" }
  }
  const amount_minor = asked ?? facts.available_minor

  return {
    do: "pay",
    amount_minor,
    fee_minor: payoutFee(facts.rules, { rail, currency_code: facts.currency_code }),
    rail,
    bank_account_id: facts.account.id,
    needs_approval:
      needsApproval(amount_minor, facts.currency_code, facts.rules) ||
      isBeyondFirst(
        { amount_minor, currency_code: facts.currency_code, before: facts.paid_before, now },
        facts.rules
      ),
  }
}

/** The same for the scheduler: with the period in which it is paid once. */
export function decideScheduled(
  facts: PayoutFacts,
  now: Date
): ({ do: "pay"; period: string } & PayoutPlan) | { do: "wait"; obstacle: PayoutObstacle } {
  const period = periodOf(facts.terms.schedule ?? facts.rules.payout_schedule, now)
  if (!period) {
    return { do: "wait", obstacle: "not_scheduled" }
  }
  const decision = decidePayout(facts, now)

  return decision.do === "pay" ? { ...decision, period } : decision
}

/** A currency without a limit is one that nobody has thought about: a person looks at each payout. */
export function needsApproval(amountMinor: bigint, currencyCode: string, rules: PayoutRules): boolean {
  const above = rules.payout_approval_above[currencyCode]

  return above === undefined || amountMinor > BigInt(above)
}

/** Whether anything is paid to the vendor at all; asked again before a payout that was made earlier is sent. */
export const isPayable = (facts: Pick<PayoutFacts, "shop" | "terms">): boolean =>
  vendorObstacle(facts) === null

/** Whether money in the currency may reach the account that the vendor has now. */
export const isReachable = (
  facts: Pick<PayoutFacts, "shop" | "terms" | "account" | "currency_code" | "rules">,
  now: Date
): boolean => vendorObstacle(facts) === null && accountObstacle(facts, now) === null

function vendorObstacle({ shop, terms }: Pick<PayoutFacts, "shop" | "terms">): PayoutObstacle | null {
  if (shop.is_house || !PAID_STATUSES.includes(shop.status)) {
    return "shop_not_paid"
  }

  return terms.stopped_reason === null ? null : "stopped"
}

const obstacleTo = (facts: PayoutFacts, now: Date): PayoutObstacle | null =>
  vendorObstacle(facts) ?? accountObstacle(facts, now) ?? (facts.rail === null ? "no_rail" : null)

function accountObstacle(
  { account, currency_code, rules }: Pick<PayoutFacts, "account" | "currency_code" | "rules">,
  now: Date
): PayoutObstacle | null {
  if (!account) {
    return "bank_account_missing"
  }
  if (account.currency_code !== currency_code) {
    return "bank_account_currency"
  }
  if (rules.payout_name_match_required.includes(currency_code) && !account.is_verified) {
    return "bank_account_unverified"
  }
  // Whoever has stolen a login changes the account and asks for a payout at once; the owners are told of the change.
  const rests_until = account.since.getTime() + rules.payout_cool_off_hours * HOUR_MS

  return !account.is_first && now.getTime() < rests_until ? "bank_account_cool_off" : null
}

function amountObstacle(
  { available_minor, currency_code, has_held_money, rail, rules, shop }: PayoutFacts,
  asked?: bigint
): PayoutObstacle | null {
  const amount = asked ?? available_minor
  if (available_minor <= 0n || amount <= 0n || amount > available_minor) {
    return has_held_money ? "under_review" : "nothing_available"
  }

  // Something has to be left of it: nobody is sent nothing.
  const least = payoutFee(rules, { rail: rail ?? "", currency_code }) + 1n
  // A shop that has closed sells nothing more: what it has left would never reach the minimum.
  const minimum = shop.status === "closed" ? 0n : BigInt(rules.payout_minimums[currency_code] ?? 0)

  return amount < minimum || amount < least ? "below_minimum" : null
}
