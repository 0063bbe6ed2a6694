import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, notAllowed } from "../../../lib/errors"
import { sumMinor } from "../../../lib/money"
import { VENDOR_ORDER_MODULE } from "../../../modules/vendor-order"
import {
  type CancelFacts,
  type CancelVerdict,
  decideCancel,
} from "../../../modules/vendor-order/domain/cancellation"
import { isPaidUp } from "../../../modules/vendor-order/domain/pay-on-delivery"
import type { RefundReason } from "../../../modules/vendor-order/domain/refund-request"
import type VendorOrderModuleService from "../../../modules/vendor-order/service"
import type { CanceledBy, Cancellation } from "../../../modules/vendor-order/types"
import { type LoadedVendorOrder, loadVendorOrder, type VendorOrderRef } from "../load-vendor-order"
import { fulfilmentsOf } from "../own-fulfilment"
import { isCanceled, paymentsIn, refundableOf, refundsIn } from "../read-order-state"
import { passRefundGate } from "../refund-gate"

export type CancelVendorOrderInput = VendorOrderRef & {
  reason: string
  canceled_by: CanceledBy
  reason_code: RefundReason
  /** Buyers may be allowed to as long as the shop has not taken the order on. */
  is_before_confirmation?: boolean
}

export type CancellationRef = { id: string; order_id: string; vendor_order_id: string; vendor_id: string }

/**
 * Notes that the shop calls its order off, before anything is done, or finds the note of an earlier call that has to be
 * finished. It is taken back as long as nothing has left the order.
 */
export const openCancellationStep = createStep(
  "open-vendor-cancellation",
  async (input: CancelVendorOrderInput, { container }) => {
    const loaded = await loadVendorOrder(container, input)
    const { service, vendor_order } = loaded
    const all = await service.cancellationsOf(vendor_order.order_id)
    const known = all.find(({ vendor_order_id }) => vendor_order_id === vendor_order.id)
    if (known && known.stage !== "opened") {
      return new StepResponse<CancellationRef, CancellationRef>(refOf(known))
    }
    await passRefundGate(container, { order_id: vendor_order.order_id, vendor_order_id: vendor_order.id })
    const facts = await factsOf(loaded, all)
    const verdict = decideCancel({
      ...facts,
      is_before_confirmation: input.is_before_confirmation ?? false,
    })
    if (!verdict.is_allowed) {
      if (known) {
        await service.dropCancellation(known.id)
      }
      throw refusal(verdict)
    }
    if (known && facts.begun_minor === null) {
      // Nothing of it was done, and what is left to give back may be less by now.
      await service.dropCancellation(known.id)
    }
    const { id: vendor_order_id, order_id } = vendor_order
    const opened = await service.openCancellation({
      vendor_order_id,
      order_id,
      vendor_id: input.vendor_id,
      amount_minor: verdict.amount_minor,
      given_before_minor: facts.given_minor,
      actor: input.actor,
      reason: input.reason,
      canceled_by: input.canceled_by,
      reason_code: input.reason_code,
      fault: service.faultOf(input.reason_code),
    })

    return new StepResponse<CancellationRef, CancellationRef>(refOf(opened), refOf(opened))
  },
  async (opened, { container }) => {
    if (!opened) {
      return
    }
    const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
    const lines = await service.linesOfVendor(opened.vendor_id, [opened.vendor_order_id])
    // Goods that have left the order are a cancellation that has begun, whatever its stage says.
    if (lines.some(({ kind, current_quantity }) => kind === "item" && current_quantity > 0)) {
      await service.dropCancellation(opened.id)
    }
  }
)

const refOf = ({ id, order_id, vendor_order_id, vendor_id }: CancellationRef): CancellationRef => ({
  id,
  order_id,
  vendor_order_id,
  vendor_id,
})

async function factsOf(
  { service, vendor_order, lines, order }: LoadedVendorOrder,
  cancellations: Cancellation[]
): Promise<Omit<CancelFacts, "is_before_confirmation">> {
  const { order_id } = vendor_order
  const parts = await service.listVendorOrders({ order_id }, { select: ["id"] })
  const all = await service.listVendorOrderRefunds({ vendor_order_id: parts.map(({ id }) => id) })
  const keys = cancellations.map(({ refund_key }) => refund_key)
  const opened = cancellations.find(({ vendor_order_id }) => vendor_order_id === vendor_order.id)
  // Only of what was asked for a part is it known whose it is; what staff give back otherwise is spread over all.
  const meant = all.filter(
    ({ request_id, refund_key }) => request_id || keys.includes(refund_key.replace(/:failed$/, ""))
  )
  const collection = (await service.collectionsOf(order_id)).find(
    ({ vendor_order_id }) => vendor_order_id === vendor_order.id
  )
  const sumOf = (rows: { amount_minor: string }[]) =>
    sumMinor(rows.map(({ amount_minor }) => BigInt(amount_minor)))
  const own = meant.filter(({ vendor_order_id }) => vendor_order_id === vendor_order.id)
  const given = sumMinor(refundsIn(order).map(({ amount_minor }) => amount_minor))
  const goods = lines.filter(({ kind }) => kind === "item")

  return {
    status: vendor_order.status,
    is_order_canceled: isCanceled(order),
    is_any_fulfilled: fulfilmentsOf(order, lines).some(({ canceled_at }) => !canceled_at),
    charged_minor: vendor_order.charged_minor,
    credit_minor: vendor_order.credit_minor,
    is_changed: goods.some(({ quantity, current_quantity }) => Number(quantity) !== current_quantity),
    given_minor: sumOf(own),
    is_given_unknown: sumOf(meant) !== given,
    begun_minor:
      opened && goods.every(({ current_quantity }) => current_quantity === 0) ? opened.amount_minor : null,
    is_uncollected: collection !== undefined && !isPaidUp(collection),
    refundable_minor: paymentsIn(order)
      .map(refundableOf)
      .reduce((most, amount) => (amount > most ? amount : most), 0n),
  }
}

const refusal = ({ code, why }: Extract<CancelVerdict, { is_allowed: false }>) =>
  notAllowed(
    code === "transition"
      ? ErrorCode.VENDOR_ORDER_TRANSITION_REFUSED
      : ErrorCode.VENDOR_ORDER_CANCEL_UNSUPPORTED,
    why
  )
