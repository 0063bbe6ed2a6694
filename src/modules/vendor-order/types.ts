import type { Partition, VendorPart } from "./domain/partition"
import type { VendorOrderStatus } from "./domain/status"

export type RecordPartitionInput = {
  order_id: string
  /** Absent for an order that no cart made, such as a converted draft. */
  cart_id?: string
  /** Number of the order that people read; vendor orders are numbered under it. */
  order_display_id: number | string
  placed_at: Date
  partition: Partition
}

/** What later steps need of a vendor order; amounts are integer minor units. */
export type RecordedVendorOrder = Omit<VendorPart, "lines"> & {
  id: string
  display_number: string
  status: VendorOrderStatus
}

export type RecordedPartition = {
  id: string
  order_id: string
  cart_id: string | null
  currency_code: string
  charged_minor: bigint
  credit_minor: bigint
  /** False when an earlier run had already divided the order. */
  is_new: boolean
  vendor_orders: RecordedVendorOrder[]
}

export type MoveVendorOrderInput = {
  id: string
  /** Bound by the caller; a vendor order of another vendor is not found. */
  vendor_id: string
  to: VendorOrderStatus
  actor: string
  reason?: string
}

export type VendorOrderFilters = { vendor_id: string; status?: VendorOrderStatus[] }

export type VendorOrderPage = {
  vendor_orders: RecordedVendorOrder[]
  /** Exact up to 1,000. */
  count: number
  /** There are more than could be counted. */
  has_more_than_count: boolean
}

export type RefundPart = {
  vendor_order_id: string
  amount_minor: bigint
  commission_minor: bigint
  platform_discount_minor: bigint
}
