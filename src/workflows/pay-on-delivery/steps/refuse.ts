import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, notAllowed } from "../../../lib/errors"
import { sumMinor } from "../../../lib/money"
import type { DoorReason } from "../../../lib/pay-on-delivery"
import { ACCESS_MODULE } from "../../../modules/access"
import type AccessModuleService from "../../../modules/access/service"
import { whyNotRefuse } from "../../../modules/vendor-order/domain/pay-on-delivery"
import type { SoldLine } from "../../../modules/vendor-order/types"
import { loadVendorOrder, type VendorOrderRef } from "../../vendor-order/load-vendor-order"
import { passRefundGate } from "../../vendor-order/refund-gate"
import { closeUncollected, collectionOf } from "../close-uncollected"

export type RefuseInput = VendorOrderRef & {
  reason_code: DoorReason
  note: string | null
  is_by_staff: boolean
}

/** Notes that the buyer has not taken the parcel and takes its sale back, once; Medusa's order follows. */
export const refuseStep = createStep("refuse-at-the-door", async (input: RefuseInput, { container }) => {
  const { service, vendor_order, lines } = await loadVendorOrder(container, input)
  const { id, order_id, vendor_id, status } = vendor_order
  const known = await collectionOf(container, vendor_order)
  if (known?.state === "refused") {
    return new StepResponse(null)
  }
  const why = whyNotRefuse({
    state: known?.state ?? null,
    status,
    is_canceled: (await service.cancellationsOf(order_id)).some((row) => row.vendor_order_id === id),
    is_delivery_confirmed: (await service.deliveryConfirmedAt(vendor_id, id)) !== null,
    is_by_staff: input.is_by_staff,
  })
  if (why) {
    throw notAllowed(CODES[why], SENTENCES[why])
  }
  await passRefundGate(container, { order_id, vendor_order_id: id })
  const { reason_code, note, actor } = input
  const settings = await container.resolve<AccessModuleService>(ACCESS_MODULE).readSettings()
  const is_refused = await closeUncollected(container, vendor_order, {
    to: "refused",
    reason_code,
    note,
    actor,
    move: { id, vendor_id, to: "returned", actor, reason: `Refused at the door: ${reason_code}` },
    cost_minor: settings.refusal_cost_platform_reasons.includes(reason_code) ? wayOf(lines) : 0n,
  })
  if (!is_refused) {
    throw notAllowed(CODES.not_due, SENTENCES.not_due)
  }

  return new StepResponse(null)
})

/** What the shop would have got for the delivery: its price less what the shop takes off itself, without tax. */
const wayOf = (lines: SoldLine[]) =>
  sumMinor(
    lines
      .filter(({ kind }) => kind === "shipping")
      .map(({ gross_minor, vendor_discount_minor }) => gross_minor - vendor_discount_minor)
  )

const CODES = {
  not_due: ErrorCode.COLLECTION_NOT_DUE,
  not_sent: ErrorCode.COLLECTION_REFUSED,
  delivered: ErrorCode.COLLECTION_REFUSED,
} as const

const SENTENCES = {
  not_due: "Nothing is to be collected for this order at the door.",
  not_sent: "A parcel that has not been sent is not refused at the door.",
  delivered:
    "It is confirmed that the buyer was given this parcel: it can only be sent back, and when all of it is, staff say whether it was paid for.",
} as const
