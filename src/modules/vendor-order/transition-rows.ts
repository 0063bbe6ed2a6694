import type { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { ErrorCode, notAllowed } from "../../lib/errors"
import { insertRows, queryRows } from "../../lib/sql"
import { canMove } from "./domain/status"
import type { MoveVendorOrderInput, RecordedVendorOrder } from "./types"

/** Moves a vendor order along the table of transitions, with its history. To be called inside a transaction. */
export async function moveRow(
  context: Context,
  row: Pick<RecordedVendorOrder, "id" | "status" | "display_number">,
  input: MoveVendorOrderInput
): Promise<void> {
  if (!canMove(row.status, input.to)) {
    throw notAllowed(
      ErrorCode.VENDOR_ORDER_TRANSITION_REFUSED,
      `A vendor order that is ${row.status} cannot become ${input.to}.`
    )
  }
  // The status in the condition makes two people who act at once take turns: the second one finds no row.
  const moved = await queryRows(
    context,
    `update vendor_order set status = ?, updated_at = now() where id = ? and status = ? returning id`,
    [input.to, row.id, row.status]
  )
  if (!moved.length) {
    throw notAllowed(
      ErrorCode.VENDOR_ORDER_TRANSITION_REFUSED,
      `Vendor order ${row.display_number} was changed by someone else meanwhile.`
    )
  }
  await insertRows(context, "vendor_order_transition", [
    {
      id: generateEntityId("", "vot"),
      vendor_order_id: row.id,
      from_status: row.status,
      to_status: input.to,
      actor: input.actor,
      reason: input.reason ?? null,
      // Several moves in one transaction would share its time, and lose their order.
      created_at: new Date(),
    },
  ])
}
