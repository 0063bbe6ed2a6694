import type { IOrderModuleService, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, notAllowed } from "../../../lib/errors"
import { VENDOR_ORDER_MODULE } from "../../../modules/vendor-order"
import type { ReturnMove, ReturnRecord } from "../../../modules/vendor-order/after-sale-types"
import { stepsForward } from "../../../modules/vendor-order/domain/progress"
import { canMoveReturn, goesIntoStock, type ReturnState } from "../../../modules/vendor-order/domain/return"
import { canMove } from "../../../modules/vendor-order/domain/status"
import type VendorOrderModuleService from "../../../modules/vendor-order/service"
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
  /** The state that was waited for to end: where others have moved the return meanwhile, nothing is done. */
  only_from?: ReturnState
  note?: string
  carrier?: string
  tracking_number?: string
  /** Unless it is said, `goesIntoStock` tells. */
  is_restocked?: boolean
}

/**
 * Moves a return, and with it Medusa's return of the same id. The move is one statement on the row's own state, so two who
 * act at once take turns. Medusa's receipt comes first, because whatever is noted as received is paid back: while Medusa does
 * not take it, nothing has happened, and a later call goes on from what Medusa says.
 */
export const actOnReturnStep = createStep("act-on-return", async (input: ActOnReturnInput, { container }) => {
  const found = await findCase(container, input)
  const { return_id, state } = found
  const { only_from = state, to, tracking_number, carrier = null } = input
  if (state !== only_from) {
    return new StepResponse({ return_id })
  }
  const { service } = await loadVendorOrder(container, found)
  if (state === "in_transit" && to === "in_transit" && tracking_number) {
    await service.addReturnTracking({ return_id, tracking_number, carrier })
  } else {
    await move(container, found, input)
  }

  return new StepResponse({ return_id })
})

async function move(container: MedusaContainer, found: ReturnRecord, input: ActOnReturnInput): Promise<void> {
  const isDecision = input.to === "approved" || input.to === "rejected"
  const isBack = input.to === "received" || input.to === "disputed"
  const isUnderWay = found.state !== "disputed"
  const wanted: ReturnMove = {
    return_id: found.return_id,
    from: found.state,
    to: input.to,
    decided_by: isDecision ? input.actor : null,
    decision_note: input.note ?? null,
    carrier: input.carrier ?? null,
    tracking_number: input.tracking_number ?? null,
  }
  const isAllowed = canMoveReturn(wanted.from, wanted.to, wanted.decided_by)
  const isNew = isBack && isAllowed && (await receive(container, found, input))
  const isCanceled = input.to === "rejected" && isUnderWay && isAllowed && (await canCancel(container, found))
  await container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE).moveReturn(wanted)
  if (isCanceled) {
    await container
      .resolve(Modules.ORDER)
      .cancelReturn({ return_id: found.return_id, order_id: found.order_id } as never)
  }
  if (isBack) {
    const is_restocked = isNew && goesIntoStock(input.to, input.is_restocked)
    await follow(container, found, { ...input, is_restocked })
  }
}

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
  await refuseWhileChanging(orders, order_id)
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
 * Whether Medusa's return is still to be canceled: staff may have done so in Medusa itself. What would stop it is asked before
 * the move. @throws not allowed when Medusa has the goods back, or others are at the order
 */
async function canCancel(
  container: MedusaContainer,
  { return_id, order_id }: ReturnRecord
): Promise<boolean> {
  const orders = container.resolve(Modules.ORDER)
  const { status } = await orders.retrieveReturn(return_id, { select: ["id", "status"] })
  if (status === "received" || status === "partially_received") {
    throw notAllowed(ErrorCode.RETURN_TRANSITION_REFUSED, "The goods of this return are back already.")
  }
  await refuseWhileChanging(orders, order_id)

  return status !== "canceled"
}

async function refuseWhileChanging(orders: IOrderModuleService, order_id: string): Promise<void> {
  const changes = await orders.listOrderChanges({ order_id, status: ["pending", "requested"] } as object)
  if (changes.length) {
    throw notAllowed(
      ErrorCode.VENDOR_ORDER_CHANGING,
      "Staff are changing this order at the moment: try again later."
    )
  }
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
