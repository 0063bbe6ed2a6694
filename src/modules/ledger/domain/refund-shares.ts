import { allocate, sumMinor } from "../../../lib/money"
import type { GivenBackPart } from "./refund"

export type SoldAndRefunded = {
  vendor_id: string
  total_minor: bigint
  commission_minor: bigint
  platform_discount_minor: bigint
  /** Sum of earlier refunds that fell on this vendor. */
  refunded_minor: bigint
}

/**
 * Spreads a refund over the vendors in proportion to what each has left to give back. Commission and platform
 * discount are reversed cumulatively, reversed(n) - reversed(n - 1) of the amounts frozen at sale, so that partial
 * refunds add up to exactly the whole. What exceeds everything left is answered as `unallocated_minor`.
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
  const before = vendor.refunded_minor
  const step = (frozen: bigint) =>
    portion(frozen, before + amount_minor, vendor.total_minor) - portion(frozen, before, vendor.total_minor)

  return {
    vendor_id: vendor.vendor_id,
    amount_minor,
    commission_minor: step(vendor.commission_minor),
    platform_discount_minor: step(vendor.platform_discount_minor),
  }
}

function portion(frozen: bigint, given: bigint, total: bigint): bigint {
  return total > 0n ? (frozen * given) / total : 0n
}
