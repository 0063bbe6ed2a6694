import type { CancellationStage } from "./domain/cancellation"
import type { Partition, PartitionedLine, VendorPart } from "./domain/partition"
import type { Fault, RefundReason } from "./domain/refund-request"
import type { VendorOrderStatus } from "./domain/status"

export type RecordPartitionInput = {
  order_id: string
  /** Absent for an order that no cart made, such as a converted draft. */
  cart_id?: string
  /** Number of the order that people read; vendor orders are numbered under it. */
  order_display_id: number | string
  placed_at: Date
  partition: Partition
  /** Each part is to be collected at the door. */
  is_paid_on_delivery?: boolean
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

/** A vendor order as lists and single answers show it. */
export type VendorOrderView = RecordedVendorOrder & {
  order_id: string
  currency_code: string
  item_count: number
  placed_at: Date
}

export type VendorOrderFilters = {
  vendor_id: string
  ids?: string[]
  status?: VendorOrderStatus[]
  currency_code?: string
  /** Half open: from this moment, before that one. */
  placed_from?: Date
  placed_before?: Date
  /** In the number, the buyer's name or e-mail, a product's title or SKU. */
  q?: string
}

export type Paging<Sort extends string> = {
  take: number
  skip: number
  sort?: Sort
  is_ascending?: boolean
}

export type VendorOrderSort = "created_at" | "total" | "number"

export type VendorOrderPaging = Paging<VendorOrderSort>

export type VendorOrderPage = {
  vendor_orders: VendorOrderView[]
  /** Exact up to 1,000. */
  count: number
  /** There are more than could be counted. */
  has_more_than_count: boolean
}

export type RefundPart = {
  /** The request that it was made for, if it was for one. */
  request_id?: string | null
  vendor_order_id: string
  amount_minor: bigint
  commission_minor: bigint
  commission_tax_minor: bigint
  withholding_minor: bigint
  platform_tax_minor: bigint
  platform_discount_minor: bigint
}

/** What a line was sold for, as far as commission goes. */
export type PlacedLine = {
  kind: "item" | "shipping"
  product_id: string | null
  quantity: string
  commission_base_minor: bigint
  commission_minor: bigint
  commission_tax_minor: bigint
}

export type PlacedOrder = {
  id: string
  vendor_id: string
  currency_code: string
  /** As the database writes it: a date of JavaScript's loses digits, and with them the place in the list. */
  placed_at: string
  lines: PlacedLine[]
}

export type PlacedPage = {
  from: Date
  before: Date
  take: number
  after?: Pick<PlacedOrder, "vendor_id" | "placed_at" | "id">
}

/** One line as it was sold, and how far Medusa says it has come. */
export type SoldLine = PartitionedLine & {
  id: string
  vendor_order_id: string
  /** What of it is still in the order. */
  current_quantity: number
  fulfilled_quantity: number
  shipped_quantity: number
  delivered_quantity: number
  return_requested_quantity: number
  returned_quantity: number
  /** Whose money was given back, and those of them that never arrived. */
  paid_back_quantity: number
  lost_quantity: number
  product_id: string | null
  variant_title: string | null
  sku: string | null
  thumbnail: string | null
  /** In major units, as the buyer saw it. */
  unit_price: string | null
  shipping_option_id: string | null
}

export type ShopCustomer = {
  /** Opaque, and another one in every shop. */
  id: string
  name: string
  city: string | null
  country_code: string | null
  orders_count: number
  /** Per currency, never mixed; canceled orders and refunds are taken off. */
  spent: { currency_code: string; amount_minor: bigint }[]
  first_order_at: Date
  last_order_at: Date
}

export type ShopCustomerFilters = { vendor_id: string; q?: string }

export type ShopCustomerSort = "name" | "orders_count" | "last_order_at"

export type ShopReturn = {
  id: string
  display_id: number
  status: string
  vendor_order_id: string
  vendor_order_number: string
  created_at: Date
  requested_at: Date | null
  received_at: Date | null
  canceled_at: Date | null
  /** How far it has come, and what the buyer says; all null for one that staff have made in Medusa. */
  state: string | null
  /** Since when it is as it is. */
  moved_at: Date | null
  reason_code: string | null
  note: string | null
  photos: string[]
  decision_note: string | null
  carrier: string | null
  tracking_number: string | null
  items: {
    line_id: string
    title: string
    sku: string | null
    quantity: number
    received_quantity: number
    damaged_quantity: number
    reason: string | null
    note: string | null
  }[]
}

export type ShopReturnFilters = {
  vendor_id: string
  id?: string
  vendor_order_id?: string
  status?: string[]
}

export type OpenCancellationInput = {
  vendor_order_id: string
  order_id: string
  vendor_id: string
  amount_minor: bigint
  /** What had gone back of the part before; nothing unless told otherwise. */
  given_before_minor?: bigint
  actor: string
  reason: string
  /** The shop's own unless told otherwise. */
  canceled_by?: CanceledBy
  reason_code?: RefundReason
  fault?: Fault
}

export type CanceledBy = "vendor" | "buyer" | "staff" | "clock"

export type Cancellation = Required<OpenCancellationInput> & {
  id: string
  stage: CancellationStage
  refund_key: string | null
  last_error: string | null
}

export type CancellationChange = Partial<Pick<Cancellation, "stage" | "refund_key" | "last_error">> & {
  move?: MoveVendorOrderInput
}
