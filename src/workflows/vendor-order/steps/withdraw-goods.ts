import type { MedusaContainer } from "@medusajs/framework/types"
import { ChangeActionType, MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, notAllowed } from "../../../lib/errors"
import type { Cancellation, SoldLine } from "../../../modules/vendor-order/types"
import { loadVendorOrder } from "../load-vendor-order"
import type { CancellationRef } from "./open-cancellation"

/**
 * Takes a shop's goods and delivery out of the commercial order and gives the stock back; the other shops' lines stay as
 * they are. What has left the order does not come back, so there is no compensation: a later run goes on from here.
 */
export const withdrawGoodsStep = createStep(
  "withdraw-vendor-goods",
  async (ref: CancellationRef, { container }) => {
    const { service, lines } = await loadVendorOrder(container, ref)
    const all = await service.cancellationsOf(ref.order_id)
    const cancellation = all.find(({ id }) => id === ref.id)
    if (cancellation?.stage === "opened") {
      await takeOut(container, cancellation, lines)
      await service.advanceCancellation(ref.id, {
        stage: "withdrawn",
        move: {
          id: ref.vendor_order_id,
          vendor_id: ref.vendor_id,
          to: "canceled",
          actor: cancellation.actor,
          reason: cancellation.reason,
        },
      })
    }
    await releaseStock(container, lines)

    return new StepResponse(null)
  }
)

/** One order edit, begun and confirmed at once: an order has one open change at a time. */
async function takeOut(
  container: MedusaContainer,
  { order_id, vendor_order_id, actor }: Cancellation,
  lines: SoldLine[]
): Promise<void> {
  const orders = container.resolve(Modules.ORDER)
  const mark = `vendor-order:${vendor_order_id}`
  const open = await orders.listOrderChanges({ order_id, status: ["pending", "requested"] } as object)
  const ours = open.filter((change) => (change as { internal_note?: string }).internal_note === mark)
  // What a killed server began and did not confirm.
  await orders.deleteOrderChanges(ours.map(({ id }) => id))
  const goods = lines.filter(({ kind, current_quantity }) => kind === "item" && current_quantity > 0)
  if (!goods.length) {
    return
  }
  const change = await orders
    .createOrderChange({ order_id, change_type: "edit", internal_note: mark, created_by: actor })
    .catch((error: unknown) => {
      throw error instanceof MedusaError && error.type === MedusaError.Types.INVALID_DATA
        ? notAllowed(
            ErrorCode.VENDOR_ORDER_CHANGING,
            "Staff are changing this order at the moment: try again later."
          )
        : error
    })
  const methods = lines.filter(({ kind }) => kind === "shipping")
  const actions = [
    // An edit leaves a line's discounts as they are, and they would still count without the goods.
    ...goods.map(({ source_id }) => ({
      action: ChangeActionType.ITEM_ADJUSTMENTS_REPLACE,
      details: { reference_id: source_id, adjustments: [] },
    })),
    ...goods.map(({ source_id }) => ({
      action: ChangeActionType.ITEM_UPDATE,
      details: { reference_id: source_id, quantity: 0 },
    })),
    ...methods.map(({ source_id }) => ({
      action: ChangeActionType.SHIPPING_REMOVE,
      reference: "order_shipping_method",
      reference_id: source_id,
      details: {},
    })),
  ]
  try {
    await orders.addOrderAction(
      actions.map((action) => ({ ...action, order_id, order_change_id: change.id, version: change.version }))
    )
    await orders.confirmOrderChange({ id: change.id, confirmed_by: actor })
  } catch (error) {
    await orders.deleteOrderChanges([change.id])
    throw error
  }
}

async function releaseStock(container: MedusaContainer, lines: SoldLine[]): Promise<void> {
  const inventory = container.resolve(Modules.INVENTORY)
  const goods = lines.filter(({ kind }) => kind === "item").map(({ source_id }) => source_id)
  const reservations = await inventory.listReservationItems({ line_item_id: goods })
  if (!reservations.length) {
    return
  }
  const items = [...new Set(reservations.map(({ inventory_item_id }) => inventory_item_id))]
  await container
    .resolve(Modules.LOCKING)
    .execute(items, () => inventory.deleteReservationItems(reservations.map(({ id }) => id)), { timeout: 10 })
}
