import type { MedusaContainer } from "@medusajs/framework/types"
import { ErrorCode, notAllowed } from "../../lib/errors"
import { hasDeliveryCode, isDeliveryCode } from "../../modules/vendor-order/domain/delivery-code"
import { stillToArrive } from "../../modules/vendor-order/domain/progress"
import { findVendorOrder } from "./cancel-for-others"
import { codeDigests } from "./delivery-code"
import { type LoadedVendorOrder, loadVendorOrder, type VendorOrderRef } from "./load-vendor-order"
import { fulfilmentsOf, ownFulfilment } from "./own-fulfilment"
import { assertServable, type Fulfilment } from "./read-order-state"
import type { FulfilmentRef } from "./steps/plan-delivery"
import { deliverVendorFulfilmentWorkflow } from "./workflows/deliver-vendor-fulfilment"

/**
 * The shop hands a parcel over. With the buyer's code, which is for the last one, the delivery is confirmed. The code is
 * looked at outside of the workflow: what a workflow is given is kept, and staff read it.
 */
export async function deliverAsVendor(
  container: MedusaContainer,
  ref: FulfilmentRef,
  code: string | undefined
): Promise<void> {
  if (code === undefined) {
    await deliverVendorFulfilmentWorkflow(container).run({ input: ref })
    return
  }
  const loaded = await loadVendorOrder(container, ref)
  const fulfilment = ownFulfilment(loaded.order, loaded.lines, ref.fulfilment_id)
  assertServable(loaded.order, loaded.vendor_order)
  assertComplete(loaded, (one) => one.id === fulfilment.id)
  if (!(await loaded.service.deliveryConfirmedAt(ref.vendor_id, ref.vendor_order_id))) {
    await assertCode(loaded, code)
  }
  await deliverVendorFulfilmentWorkflow(container).run({ input: ref })
  await loaded.service.confirmDelivery(ref.vendor_id, ref.vendor_order_id, "code")
}

/** The try is counted before the code is looked at, and stays spent. */
async function assertCode({ service, vendor_order }: LoadedVendorOrder, code: string): Promise<void> {
  const left = await service.spendCodeTry(vendor_order.vendor_id, vendor_order.id)
  if (left === null) {
    throw notAllowed(
      ErrorCode.DELIVERY_CODE_LOCKED,
      "Too many codes were tried: the buyer or the platform's staff have to confirm this delivery."
    )
  }
  if (!isDeliveryCode(code, codeDigests(vendor_order.id))) {
    throw notAllowed(ErrorCode.DELIVERY_CODE_WRONG, `This is not the buyer's code. Tries left: ${left}.`)
  }
}

export type ConfirmedDelivery = {
  id: string
  display_number: string
  status: string
  delivery_confirmed_at: Date
}

/** The buyer has all of a shop's part. */
export async function confirmAsBuyer(
  container: MedusaContainer,
  { order_id, vendor_order_id }: { order_id: string; vendor_order_id: string }
): Promise<ConfirmedDelivery> {
  const { id, vendor_id } = await findVendorOrder(container, { id: vendor_order_id, order_id })

  return confirmDelivery(container, { vendor_id, vendor_order_id: id, actor: "buyer" })
}

/** The buyer, or staff, say that all of a shop's part has arrived: what is on its way is delivered with it. */
export async function confirmDelivery(
  container: MedusaContainer,
  ref: VendorOrderRef
): Promise<ConfirmedDelivery> {
  const loaded = await loadVendorOrder(container, ref)
  if (hasDeliveryCode(loaded.vendor_order.status)) {
    assertServable(loaded.order, loaded.vendor_order)
    assertComplete(loaded, ({ shipped_at }) => Boolean(shipped_at))
    for (const { id, delivered_at, canceled_at } of fulfilmentsOf(loaded.order, loaded.lines)) {
      if (!delivered_at && !canceled_at) {
        await deliverVendorFulfilmentWorkflow(container).run({ input: { ...ref, fulfilment_id: id } })
      }
    }
  }
  const confirmed_at = await loaded.service.confirmDelivery(ref.vendor_id, ref.vendor_order_id, ref.actor)
  if (!confirmed_at) {
    throw notComplete()
  }
  const { id, display_number, status } = await loaded.service.findOfVendor(ref.vendor_id, ref.vendor_order_id)

  return { id, display_number, status, delivery_confirmed_at: confirmed_at }
}

/** Nothing is left in the shop, and every other parcel has arrived but those that are being handed over. */
function assertComplete(
  { lines, order }: LoadedVendorOrder,
  isHandedOver: (one: Fulfilment) => boolean
): void {
  const isPacked = lines.every(
    (line) => line.kind !== "item" || line.fulfilled_quantity >= stillToArrive(line)
  )
  const parcels = fulfilmentsOf(order, lines).filter(({ canceled_at }) => !canceled_at)
  if (!isPacked || parcels.some((parcel) => !parcel.delivered_at && !isHandedOver(parcel))) {
    throw notComplete()
  }
}

const notComplete = () =>
  notAllowed(
    ErrorCode.DELIVERY_NOT_COMPLETE,
    "A delivery is confirmed with its last parcel: something of this order has not been sent or has not arrived."
  )
