/** What is compared. */
export const AREAS = ["payments", "refunds", "transfers", "settlements", "balances", "books"] as const

export type Area = (typeof AREAS)[number]

type Cause = {
  area: Area
  /** The probable cause, for whoever has to act. */
  sentence: string
  /** Read anew as a whole by every run: what a run does not find any more is over. The others look at some days alone. */
  is_current: boolean
}

/** Every difference that can be found, with its probable cause. The codes are stable. */
export const CAUSES = {
  payment_not_noticed: {
    area: "payments",
    sentence:
      "The gateway was paid and we have not heard of it: its event was lost, or came to another server.",
    is_current: false,
  },
  payment_unknown: {
    area: "payments",
    sentence:
      "The gateway was paid under a reference that is not ours: the account is used elsewhere, or somebody asked for money by hand.",
    is_current: false,
  },
  payment_not_listed: {
    area: "payments",
    sentence:
      "We hold as paid what the gateway does not list: the payment was reversed, or was made with another account's key.",
    is_current: false,
  },
  payment_reversed: {
    area: "payments",
    sentence:
      "The gateway has sent a payment back, or a bank has taken it, without a refund or a case of ours: its order was sold for nothing.",
    is_current: false,
  },
  payment_amount_differs: {
    area: "payments",
    sentence: "The gateway lists another amount than it told when the payment was checked.",
    is_current: false,
  },
  payment_not_settled: {
    area: "payments",
    sentence: "A payment has neither become an order nor gone back: what should follow it was interrupted.",
    is_current: true,
  },
  delivered_not_collected: {
    area: "payments",
    sentence:
      "An order was delivered whose payment was promised and never captured: capture it, or its shop is not paid for it.",
    is_current: true,
  },
  collection_not_told: {
    area: "payments",
    sentence:
      "An order that is paid at the door was delivered days ago, and nobody has said that it was paid: ask its shop, then book the money, or the refusal.",
    is_current: true,
  },
  receipt_missing: {
    area: "payments",
    sentence: "A payment is not in the books: what should post it was interrupted.",
    is_current: false,
  },
  refund_elsewhere: {
    area: "refunds",
    sentence:
      "A refund was made at the gateway and not here, most likely in its dashboard: the books do not know it.",
    is_current: false,
  },
  refund_not_listed: {
    area: "refunds",
    sentence:
      "We hold a refund as made that the gateway does not list: it has failed since, or was called off there.",
    is_current: false,
  },
  refund_unresolved: {
    area: "refunds",
    sentence:
      "Nobody knows whether a refund was made: the answer was lost, and the gateway does not tell since.",
    is_current: true,
  },
  refund_needs_person: {
    area: "refunds",
    sentence:
      "The gateway cannot make a refund by itself: it needs a bank account of the buyer, or an answer in its dashboard.",
    is_current: true,
  },
  refund_not_booked: {
    area: "refunds",
    sentence: "A refund that was made is not in the books: what should post it was interrupted.",
    is_current: true,
  },
  payout_unresolved: {
    area: "transfers",
    sentence:
      "Nobody knows whether a payout was made: the answer was lost, and the rail does not tell since.",
    is_current: true,
  },
  payout_waits_for_code: {
    area: "transfers",
    sentence: "A payout waits at the rail for a one-time code that a person has to enter there.",
    is_current: true,
  },
  payout_slow: {
    area: "transfers",
    sentence:
      "A payout has been on its way for more than two days: the bank is slow, or the rail has lost it.",
    is_current: true,
  },
  transit_differs: {
    area: "transfers",
    sentence:
      "What the books hold for payouts on their way is not what the payouts come to: a row was changed by hand.",
    is_current: true,
  },
  settlement_unexplained: {
    area: "settlements",
    sentence:
      "The gateway kept more of a settlement than fees, refunds and stamp duty, or less: a charge that is not in the books, or a refund made in its dashboard.",
    is_current: false,
  },
  settlement_not_booked: {
    area: "settlements",
    sentence: "A settlement paid less than nothing out: the gateway took more back than it had collected.",
    is_current: false,
  },
  settled_unknown: {
    area: "settlements",
    sentence: "A settlement covers a payment that is none of ours: the account is used elsewhere, too.",
    is_current: false,
  },
  settled_differs: {
    area: "settlements",
    sentence:
      "A payment brought another amount than was told when it was made: the fee was changed, or a share was not paid as agreed.",
    is_current: false,
  },
  settlement_missing: {
    area: "settlements",
    sentence:
      "A payment is in no settlement, days after it was made: the gateway holds it back, or the schedule is manual.",
    is_current: true,
  },
  share_unresolved: {
    area: "settlements",
    sentence:
      "Nobody knows whether the gateway paid a vendor its share: the schedule of its account is manual, or the gateway's records do not tell.",
    is_current: true,
  },
  share_owed_by_nobody: {
    area: "settlements",
    sentence:
      "A vendor was paid a share of a payment that is no order's and has not gone back: what should follow the payment was interrupted.",
    is_current: true,
  },
  balance_below_books: {
    area: "balances",
    sentence:
      "The gateway holds less than the books say: a transfer was made in its dashboard, or it charged a fee.",
    is_current: true,
  },
  balance_above_books: {
    area: "balances",
    sentence:
      "The gateway holds more than the books say: a top-up that it does not list, or money that came back.",
    is_current: true,
  },
  books_unbalanced: {
    area: "books",
    sentence: "Debits and credits differ: the database was changed past its own checks. Stop paying out.",
    is_current: true,
  },
  clearing_below_zero: {
    area: "books",
    sentence:
      "More was settled and refunded than was collected: refunds came after what they are of had been paid out, a receipt is missing, or a settlement is of other payments, too.",
    is_current: true,
  },
} as const satisfies Record<string, Cause>

export type CauseCode = keyof typeof CAUSES

export const CAUSE_CODES = Object.keys(CAUSES) as [CauseCode, ...CauseCode[]]

/** One difference between what we have and what somebody else says. */
export type Finding = {
  cause: CauseCode
  gateway: string | null
  /** What it is about: a reference of ours, a payout, the gateway's own name. */
  reference: string | null
  currency_code: string | null
  expected_minor: bigint | null
  found_minor: bigint | null
}

/** The same for every run that finds the same; a difference of another size is another one. */
export const keyOf = (finding: Finding): string =>
  [
    finding.cause,
    finding.gateway,
    finding.reference,
    finding.currency_code,
    finding.expected_minor === null || finding.found_minor === null
      ? null
      : finding.found_minor - finding.expected_minor,
  ]
    .map((part) => part ?? "-")
    .join(":")
