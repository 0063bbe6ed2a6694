import { allocate, sumMinor } from "../../../lib/money"
import type { GivenBackPart } from "./refund"

export type SoldAndRefunded = {
  vendor_id: string
  total_minor: bigint
  commission_minor: bigint
  platform_discount_minor: bigint
  /** What earlier refunds gave back of each. */
  refunded_minor: bigint
  refunded_commission_minor: bigint
  refunded_platform_discount_minor: bigint
}

/**
 * Spreads a refund over the vendors in proportion to what each has left to give back. Commission and platform
 * discount are reversed cumulatively, the due part of what was frozen at sale less what was reversed before, so that
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
  const step = (frozen: bigint, before: bigint) => {
    const due = portion(frozen, given, vendor.total_minor) - before
    return due > 0n ? due : 0n
  }

  return {
    vendor_id: vendor.vendor_id,
    amount_minor,
    commission_minor: step(vendor.commission_minor, vendor.refunded_commission_minor),
    platform_discount_minor: step(vendor.platform_discount_minor, vendor.refunded_platform_discount_minor),
  }
}

function portion(frozen: bigint, given: bigint, total: bigint): bigint {
  return total > 0n ? (frozen * given) / total : 0n
}
