import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { VENDOR_ORDER_MODULE } from "../../../modules/vendor-order"
import { isCanceledWithOrder, stepsForward } from "../../../modules/vendor-order/domain/progress"
import type { VendorOrderStatus } from "../../../modules/vendor-order/domain/status"
import type VendorOrderModuleService from "../../../modules/vendor-order/service"
import { closeUncollected } from "../../pay-on-delivery/close-uncollected"
import { progressOf } from "../progress-of"
import { isCanceled, readOrderState } from "../read-order-state"

export type SyncVendorOrdersInput = {
  order_id: string
  actor: string
  /** The shop whose own call this follows; without it, staff have changed the order. */
  vendor_id?: string
}

/**
 * Moves the parts of an order to where Medusa says their goods are. It reads the state and trusts no event, so it may run
 * any number of times, and a move that is true stays: there is nothing to undo.
 */
export const syncVendorOrdersStep = createStep(
  "sync-vendor-orders",
  async ({ order_id, ...call }: SyncVendorOrdersInput, { container }) => {
    const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
    const parts = await service.listVendorOrders({ order_id })
    const isOff = parts.length > 0 && isCanceled(await readOrderState(container, order_id))
    for (const { id, vendor_id, status } of parts) {
      const reason = isOff ? "The whole order was canceled." : undefined
      const lines = isOff ? [] : await service.linesOfVendor(vendor_id, [id])
      for (const to of isOff ? endOf(status) : stepsForward(status, progressOf(lines))) {
        await service.moveVendorOrder({ id, vendor_id, to, actor: moverOf(call, vendor_id), reason })
      }
    }
    await closeDue(container, isOff ? order_id : null)

    return new StepResponse(null)
  }
)

/** What nobody has paid at the door, and nobody will. */
async function closeDue(container: MedusaContainer, canceledId: string | null): Promise<void> {
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const all = canceledId ? await service.collectionsOf(canceledId) : []
  for (const { vendor_id, vendor_order_id } of all.filter(({ state }) => state === "due")) {
    const sold = await service.findOfVendor(vendor_id, vendor_order_id)
    await closeUncollected(container, sold, { to: "canceled", actor: "system" })
  }
}

/** The history of a shop names nobody of another one. */
const moverOf = (
  { actor, vendor_id: caller }: Omit<SyncVendorOrdersInput, "order_id">,
  vendorId: string
): string => (caller && caller !== vendorId ? "system" : actor)

const endOf = (status: VendorOrderStatus): VendorOrderStatus[] =>
  isCanceledWithOrder(status) ? ["canceled"] : []
