import type { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { queryRows } from "../../lib/sql"
import { insertFromJson, partitionRows } from "./rows"
import type { RecordedPartition, RecordPartitionInput } from "./types"

/** Writes a partition and all that hangs on it; null when its order or cart was divided before. */
export async function insertPartition(
  context: Context,
  input: RecordPartitionInput
): Promise<RecordedPartition | null> {
  const { partition } = input
  const id = generateEntityId("", "opart")
  const { orders, lines, transitions, collections } = partitionRows(input, id)
  // One statement, which is a transaction by itself; ON CONFLICT lets parallel runs meet without an error, and
  // whoever comes second inserts nothing anywhere, because all rows hang on the first one.
  const inserted = await queryRows(
    context,
    `with fresh as (
       insert into order_partition (id, order_id, cart_id, currency_code, charged_minor, credit_minor)
       values (?, ?, ?, ?, ?, ?) on conflict do nothing returning id
     ),
     ${insertFromJson("vendor_order", orders)},
     ${insertFromJson("vendor_order_line", lines)},
     ${insertFromJson("vendor_order_transition", transitions)}
     ${collections.length ? `, ${insertFromJson("vendor_order_collection", collections)}` : ""}
     select id from fresh`,
    [
      id,
      input.order_id,
      input.cart_id ?? null,
      partition.currency_code,
      String(partition.charged_minor),
      String(partition.credit_minor),
      JSON.stringify(orders),
      JSON.stringify(lines),
      JSON.stringify(transitions),
      ...(collections.length ? [JSON.stringify(collections)] : []),
    ]
  )

  if (!inserted.length) {
    return null
  }

  return {
    id,
    order_id: input.order_id,
    cart_id: input.cart_id ?? null,
    currency_code: partition.currency_code,
    charged_minor: partition.charged_minor,
    credit_minor: partition.credit_minor,
    is_new: true,
    vendor_orders: partition.vendors.map(({ lines: _, ...part }, index) => ({
      ...part,
      id: orders[index]?.id ?? "",
      display_number: orders[index]?.display_number ?? "",
      status: "pending",
    })),
  }
}
