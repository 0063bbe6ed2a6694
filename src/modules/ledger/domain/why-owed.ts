import { sumMinor } from "../../../lib/money"
import type { EntryKind } from "./entry"

/** What made a debt, or made it less: the words that a vendor reads. */
export const OWED_FOR = [
  "refunds",
  "disputes",
  "fees",
  "cash_sales",
  "cash",
  "receivable",
  "earlier",
  "other",
  "payouts",
  "sales",
  "refusal_costs",
  "paid",
  "written_off",
  "available",
] as const

export type OwedFor = (typeof OWED_FOR)[number]

/** A posting to what a vendor may be paid; debit is positive and adds to the debt. */
export type AvailableLine = {
  kind: EntryKind
  amount_minor: bigint
  /** Its entry takes cash of the vendor's as well: it is of an order that was paid at the door. */
  has_cash: boolean
  posted_at: Date
}

export type OwedPart = { owed_for: OwedFor; amount_minor: bigint }

export type Owed = {
  owed_minor: bigint
  /** When what is available fell below zero, or of a longer story the first line that was read. */
  since: Date | null
  /** Add up to what is owed; below zero what made it less. */
  parts: OwedPart[]
}

/** Nothing else of an entry of these kinds is posted to what is available; each kind is decided here or does not compile. */
const BY_KIND = {
  refund: "refunds",
  refund_fee: "fees",
  chargeback_fee: "fees",
  payout_fee: "payouts",
  payout: "payouts",
  payout_paid: "payouts",
  payout_failed: "payouts",
  payout_returned: "payouts",
  dispute_hold: "disputes",
  dispute_release: "disputes",
  chargeback: "disputes",
  cash_due: "cash",
  collection: "cash",
  cash_remitted: "cash",
  receivable_due: "receivable",
  split_owed: "receivable",
  split_unsold: "receivable",
  reserve_release: "sales",
  sale: "sales",
  split: "sales",
  split_settled: "sales",
  split_missing: "sales",
  refusal_cost: "refusal_costs",
  deposit: "paid",
  deposit_used: "paid",
  deposit_returned: "paid",
  debt_paid: "paid",
  write_off: "written_off",
  receipt: "other",
  reversal: "other",
  settlement: "other",
  top_up: "other",
} as const satisfies Record<Exclude<EntryKind, "release">, OwedFor>

/** A release brings what was sold; below zero it takes what went back to a buyer, or what is kept of an order paid at the door. */
function reasonOf({ kind, amount_minor, has_cash }: AvailableLine): OwedFor {
  if (kind !== "release") {
    return BY_KIND[kind]
  }
  if (amount_minor < 0n) {
    return "sales"
  }

  return has_cash ? "cash_sales" : "refunds"
}

/**
 * What a vendor owes and why, told from the lines (the last one first) since it owed nothing; null when it owes nothing.
 * What it owes apart from what is available counts as well.
 */
export function whyOwed(of: {
  available_minor: bigint
  receivable_minor: bigint
  lines: AvailableLine[]
}): Owed | null {
  const owed_minor = of.receivable_minor - of.available_minor
  if (owed_minor <= 0n) {
    return null
  }
  const parts: OwedPart[] = [{ owed_for: "receivable", amount_minor: of.receivable_minor }]
  let before = -of.available_minor
  let since: Date | null = null
  for (const line of of.lines) {
    if (before <= 0n) {
      break
    }
    parts.push({ owed_for: reasonOf(line), amount_minor: line.amount_minor })
    before -= line.amount_minor
    since = line.posted_at
  }
  parts.push({ owed_for: before > 0n ? "earlier" : "available", amount_minor: before })

  return { owed_minor, since, parts: summed(parts) }
}

const summed = (parts: OwedPart[]): OwedPart[] =>
  OWED_FOR.map((owed_for) => ({
    owed_for,
    amount_minor: sumMinor(
      parts.filter((part) => part.owed_for === owed_for).map(({ amount_minor }) => amount_minor)
    ),
  })).filter(({ amount_minor }) => amount_minor !== 0n)
