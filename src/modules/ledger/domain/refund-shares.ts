import { eachFrozen, type FrozenAmounts, type FrozenName } from "../../../lib/frozen-amounts"
import { allocate, sumMinor } from "../../../lib/money"
import type { GivenBackPart } from "./refund"

export type SoldAndRefunded = FrozenAmounts & {
  vendor_id: string
  total_minor: bigint
  /** What earlier refunds gave back of the money, and of each of those. */
  refunded_minor: bigint
  reversed: FrozenAmounts
  /** What was frozen on the very goods that this refund is for, where it names some; else it goes by the money. */
  due?: FrozenAmounts
}

/**
 * Spreads a refund over the vendors in proportion to what each has left to give back. Commission, its tax, what was withheld of
 * it, item tax of the platform's and its discount are reversed cumulatively, the due part of what was frozen at sale less what was reversed before, so that
 * partial refunds add up to exactly the whole, also when one of them failed later. What exceeds everything left is answered as `unallocated_minor`.
 */
export function shareRefund(input: { amount_minor: bigint; vendors: SoldAndRefunded[] }): {
  vendors: GivenBackPart[]
  unallocated_minor: bigint
} {
  const left = input.vendors.map((vendor) => vendor.total_minor - vendor.refunded_minor)
  const whole = sumMinor(left)
  const shared = input.amount_minor < whole ? input.amount_minor : whole
  const parts = whole > 0n ? allocate(shared, left) : left.map(() => 0n)

  return {
    vendors: input.vendors.map((vendor, index) => reverse(vendor, parts[index] ?? 0n)),
    unallocated_minor: input.amount_minor - shared,
  }
}

function reverse(vendor: SoldAndRefunded, amount_minor: bigint): GivenBackPart {
  const given = vendor.refunded_minor + amount_minor
  const step = (name: FrozenName) => {
    const left = vendor[name] - vendor.reversed[name]
    // The last refund takes whatever is left, so that all of them add up, in whatever order and of whatever kind.
    const due =
      vendor.due && given < vendor.total_minor
        ? smaller(vendor.due[name], left)
        : portion(vendor[name], given, vendor.total_minor) - vendor.reversed[name]
    return due > 0n ? due : 0n
  }

  return {
    vendor_id: vendor.vendor_id,
    amount_minor,
    ...eachFrozen(step),
  }
}

const smaller = (a: bigint, b: bigint) => (a < b ? a : b)

function portion(frozen: bigint, given: bigint, total: bigint): bigint {
  return total > 0n ? (frozen * given) / total : 0n
}
