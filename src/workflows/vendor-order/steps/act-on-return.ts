import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, notAllowed } from "../../../lib/errors"
import type { ReturnMove, ReturnRecord } from "../../../modules/vendor-order/after-sale-types"
import { stepsForward } from "../../../modules/vendor-order/domain/progress"
import { canMoveReturn, type ReturnState } from "../../../modules/vendor-order/domain/return"
import { canMove } from "../../../modules/vendor-order/domain/status"
import { loadVendorOrder } from "../load-vendor-order"
import { progressOf } from "../progress-of"
import { restock } from "../restock"
import { findCase } from "../return-view"

export type ActOnReturnInput = {
  return_id: string
  /** The shop that the request is bound to; staff and the buyer's own guard name none. */
  vendor_id?: string
  to: Extract<ReturnState, "approved" | "rejected" | "in_transit" | "received" | "disputed">
  actor: string
  note?: string
  carrier?: string
  tracking_number?: string
  is_restocked?: boolean
}

/**
 * Moves a return, and with it Medusa's return of the same id. The move is one statement on the row's own state, so two who
 * act at once take turns. Medusa's receipt comes first, because whatever is noted as received is paid back: while Medusa does
 * not take it, nothing has happened, and a later call goes on from what Medusa says.
 */
export const actOnReturnStep = createStep("act-on-return", async (input: ActOnReturnInput, { container }) => {
  const found = await findCase(container, input)
  const { service } = await loadVendorOrder(container, found)
  const isDecision = input.to === "approved" || input.to === "rejected"
  const isBack = input.to === "received" || input.to === "disputed"
  const move: ReturnMove = {
    return_id: found.return_id,
    from: found.state,
    to: input.to,
    decided_by: isDecision ? input.actor : null,
    decision_note: input.note ?? null,
    carrier: input.carrier ?? null,
    tracking_number: input.tracking_number ?? null,
  }
  const isNew = isBack && canMoveReturn(move.from, move.to) && (await receive(container, found, input))
  await service.moveReturn(move)
  if (input.to === "rejected" && found.state === "requested") {
    await container
      .resolve(Modules.ORDER)
      .cancelReturn({ return_id: found.return_id, order_id: found.order_id } as never)
  }
  if (isBack) {
    await follow(container, found, { ...input, is_restocked: isNew && input.is_restocked !== false })
  }

  return new StepResponse({ return_id: found.return_id })
})

/** Medusa's receipt; false when it was made before, by a call that went no further, or by staff in Medusa itself. */
async function receive(
  container: MedusaContainer,
  { return_id, order_id, items }: ReturnRecord,
  { actor }: ActOnReturnInput
): Promise<boolean> {
  const orders = container.resolve(Modules.ORDER)
  const { status } = await orders.retrieveReturn(return_id, { select: ["id", "status"] })
  if (status === "received") {
    return false
  }
  const changes = await orders.listOrderChanges({ order_id, status: ["pending", "requested"] } as object)
  if (changes.length) {
    throw notAllowed(
      ErrorCode.VENDOR_ORDER_CHANGING,
      "Staff are changing this order at the moment: try again later."
    )
  }
  await orders.receiveReturn({
    return_id,
    reference: "return",
    reference_id: return_id,
    created_by: actor,
    items: items.map(({ id, quantity }) => ({ id, quantity })),
  } as never)

  return true
}

/**
 * What goods that are back change beside the return. The stock comes last, and only with the receipt itself: what is counted
 * twice would be sold twice, while what a dying server leaves out is seen at the next count.
 */
async function follow(
  container: MedusaContainer,
  found: ReturnRecord,
  { actor, is_restocked }: ActOnReturnInput
): Promise<void> {
  const { service, vendor_order, lines, order } = await loadVendorOrder(container, found)
  const { id, vendor_id, status } = vendor_order
  const steps = stepsForward(status, progressOf(lines))
  // A further return of a part changes nothing and is told in the history all the same.
  for (const to of steps.length || !canMove(status, status) ? steps : [status]) {
    await service.moveVendorOrder({ id, vendor_id, to, actor, reason: `Return ${found.return_id}` })
  }
  if (is_restocked) {
    const items = found.items.map((item) => ({ id: item.id, quantity: item.quantity }))
    await restock(container, { items, order, lines })
  }
}
