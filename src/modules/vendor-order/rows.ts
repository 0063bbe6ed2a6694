import type { InferTypeOf } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { rowsFromJson } from "../../lib/sql"
import type { VendorPart } from "./domain/partition"
import type { OrderPartition } from "./models/order-partition"
import type { VendorOrder } from "./models/vendor-order"
import type { RecordedPartition, RecordedVendorOrder, RecordPartitionInput, VendorOrderView } from "./types"

export type VendorOrderRow = InferTypeOf<typeof VendorOrder>
type PartitionRow = Omit<InferTypeOf<typeof OrderPartition>, "vendor_orders">

const AMOUNTS = [
  "item_minor",
  "shipping_minor",
  "vendor_discount_minor",
  "platform_discount_minor",
  "tax_minor",
  "platform_tax_minor",
  "total_minor",
  "credit_minor",
  "charged_minor",
  "commission_minor",
  "commission_tax_minor",
  "withholding_minor",
  "net_minor",
] as const

/** The rows of a partition, from top to bottom. */
export function partitionRows(input: RecordPartitionInput, partitionId: string) {
  const orders = input.partition.vendors.map((part, index) => toRow(part, input, partitionId, index))
  const lines = input.partition.vendors.flatMap((part, index) => lineRows(part, orders[index]?.id ?? ""))

  return {
    orders,
    lines,
    transitions: firstTransitions(orders),
    collections: input.is_paid_on_delivery ? collectionRows(input, orders) : [],
  }
}

/** Written with the vendor orders: what is to be collected is never without its row, and so never released by mistake. */
const collectionRows = ({ partition, order_id }: RecordPartitionInput, orders: { id: string }[]) =>
  partition.vendors.flatMap(({ vendor_id, charged_minor }, index) => {
    const order = orders[index]

    return order && charged_minor > 0n
      ? [
          {
            vendor_order_id: order.id,
            order_id,
            vendor_id,
            currency_code: partition.currency_code,
            amount_minor: String(charged_minor),
            state: "due",
          },
        ]
      : []
  })

function toRow(part: VendorPart, input: RecordPartitionInput, partitionId: string, index: number) {
  return {
    id: generateEntityId("", "vord"),
    display_number: `${input.order_display_id}-${index + 1}`,
    order_id: input.order_id,
    partition_id: partitionId,
    vendor_id: part.vendor_id,
    status: "pending",
    currency_code: input.partition.currency_code,
    item_count: part.lines.filter((line) => line.kind === "item").length,
    placed_at: input.placed_at,
    ...Object.fromEntries(AMOUNTS.map((name) => [name, String(part[name])])),
  }
}

/** A part of a statement that inserts rows given as JSON, if its part `fresh` has inserted one. */
export function insertFromJson(table: string, rows: Record<string, unknown>[]): string {
  const columns = Object.keys(rows[0] ?? { id: null })

  return `${table}_rows as (
    insert into ${table} (${columns.join(", ")}) ${rowsFromJson(table, columns)}, fresh
  )`
}

function firstTransitions(orders: { id: string }[]) {
  return orders.map((order) => ({
    id: generateEntityId("", "vot"),
    vendor_order_id: order.id,
    from_status: null,
    to_status: "pending",
    actor: "checkout",
  }))
}

function lineRows(part: VendorPart, vendorOrderId: string) {
  return part.lines.map((line) => ({
    id: generateEntityId("", "vol"),
    vendor_order_id: vendorOrderId,
    ...Object.fromEntries(
      Object.entries(line).map(([name, value]) => [name, typeof value === "bigint" ? String(value) : value])
    ),
  }))
}

export function fromRow(row: VendorOrderRow): RecordedVendorOrder {
  const amounts = Object.fromEntries(AMOUNTS.map((name) => [name, BigInt(row[name])]))

  return {
    id: row.id,
    display_number: row.display_number,
    status: row.status,
    vendor_id: row.vendor_id,
    ...(amounts as Record<(typeof AMOUNTS)[number], bigint>),
  }
}

export const partitionFrom = (row: PartitionRow, orders: VendorOrderRow[]): RecordedPartition => ({
  id: row.id,
  order_id: row.order_id,
  cart_id: row.cart_id,
  currency_code: row.currency_code,
  charged_minor: BigInt(row.charged_minor),
  credit_minor: BigInt(row.credit_minor),
  is_new: false,
  vendor_orders: orders.map(fromRow),
})

export const viewOf = (row: VendorOrderRow): VendorOrderView => ({
  ...fromRow(row),
  order_id: row.order_id,
  currency_code: row.currency_code,
  item_count: row.item_count,
  placed_at: new Date(row.placed_at),
})
