import type { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { eachFrozen } from "../../lib/frozen-amounts"
import { insertRows } from "../../lib/sql"
import type { RefundPart } from "./types"

/** What one refund gave back of each vendor order; the same refund is written once. */
export async function insertRefund(context: Context, refundKey: string, parts: RefundPart[]): Promise<void> {
  await insertRows(
    context,
    "vendor_order_refund",
    parts.map((part) => ({
      id: generateEntityId("", "vor"),
      vendor_order_id: part.vendor_order_id,
      refund_key: refundKey,
      request_id: part.request_id ?? null,
      amount_minor: String(part.amount_minor),
      ...eachFrozen((name) => String(part[name])),
    })),
    "on conflict (refund_key, vendor_order_id) do nothing"
  )
}
