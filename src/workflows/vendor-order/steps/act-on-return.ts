import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { ReturnMove, ReturnRecord } from "../../../modules/vendor-order/after-sale-types"
import { type ReturnState, statusAfterReturn } from "../../../modules/vendor-order/domain/return"
import { canMove } from "../../../modules/vendor-order/domain/status"
import { loadVendorOrder } from "../load-vendor-order"
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
 * act at once take turns; what follows it in Medusa may be done by hand if the server dies right then.
 */
export const actOnReturnStep = createStep("act-on-return", async (input: ActOnReturnInput, { container }) => {
  const found = await findCase(container, input)
  const { service } = await loadVendorOrder(container, found)
  const isDecision = input.to === "approved" || input.to === "rejected"
  const move: ReturnMove = {
    return_id: found.return_id,
    from: found.state,
    to: input.to,
    decided_by: isDecision ? input.actor : null,
    decision_note: input.note ?? null,
    carrier: input.carrier ?? null,
    tracking_number: input.tracking_number ?? null,
  }
  await service.moveReturn(move)
  if (input.to === "rejected" && found.state === "requested") {
    await container
      .resolve(Modules.ORDER)
      .cancelReturn({ return_id: found.return_id, order_id: found.order_id } as never)
  }
  if (input.to === "received") {
    await receive(container, found, input)
  }

  return new StepResponse({ return_id: found.return_id })
})

async function receive(
  container: MedusaContainer,
  found: ReturnRecord,
  { actor, is_restocked = true }: ActOnReturnInput
): Promise<void> {
  const items = found.items.map(({ id, quantity }) => ({ id, quantity }))
  await container.resolve(Modules.ORDER).receiveReturn({
    return_id: found.return_id,
    reference: "return",
    reference_id: found.return_id,
    created_by: actor,
    items,
  } as never)
  const { service, vendor_order, lines, order } = await loadVendorOrder(container, found)
  if (is_restocked) {
    await restock(container, { items, order, lines })
  }
  const to = statusAfterReturn(
    lines
      .filter(({ kind }) => kind === "item")
      .map((line) => ({ delivered: line.delivered_quantity, returned: line.returned_quantity }))
  )
  if (canMove(vendor_order.status, to)) {
    await service.moveVendorOrder({
      id: vendor_order.id,
      vendor_id: vendor_order.vendor_id,
      to,
      actor,
      reason: `Return ${found.return_id}`,
    })
  }
}
