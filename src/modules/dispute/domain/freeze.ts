import { allocate, sumMinor } from "../../../lib/money"

/** One vendor's part of what a transaction paid. */
export type FreezableShare = {
  /** Paid for it, less what was given back and less what other open cases hold of it. */
  left_minor: bigint
  /** Of that, what the items come to that the case names; 0 where it names none. */
  named_minor: bigint
}

export type Freeze = {
  /** Per share, in the order given. */
  parts_minor: bigint[]
  /** What no share can cover, because the money went back before. */
  uncovered_minor: bigint
}

/**
 * How much of each share a disputed amount freezes: the items named first, what is left of it in proportion to what is left of
 * every share. Never more of a share than is left of it, and never more of all than was paid less what went back.
 */
export function divideFreeze(amountMinor: bigint, shares: FreezableShare[], paidLeftMinor?: bigint): Freeze {
  const left = shares.map(({ left_minor }) => (left_minor > 0n ? left_minor : 0n))
  const most = smallest([amountMinor, sumMinor(left), paidLeftMinor ?? amountMinor])
  const frozen = most > 0n ? most : 0n
  const named = shares.map(({ named_minor }, index) => smallest([named_minor, left[index] ?? 0n]))
  const first = spread(smallest([frozen, sumMinor(named)]), named)
  const room = left.map((amount, index) => amount - (first[index] ?? 0n))
  const second = spread(frozen - sumMinor(first), room)

  return {
    parts_minor: first.map((part, index) => part + (second[index] ?? 0n)),
    uncovered_minor: amountMinor - frozen,
  }
}

const spread = (amount: bigint, weights: bigint[]): bigint[] =>
  amount > 0n ? allocate(amount, weights) : weights.map(() => 0n)

const smallest = (amounts: bigint[]): bigint => amounts.reduce((least, next) => (next < least ? next : least))
