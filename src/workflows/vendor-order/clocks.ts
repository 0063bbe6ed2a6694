import type { MedusaContainer } from "@medusajs/framework/types"
import type { ShopHours } from "../../lib/fair-clock"
import { toMajorUnits } from "../../lib/money"
import { isTrackingNumber } from "../../lib/tracking"
import type { Settings } from "../../modules/access/domain/settings"
import type { Waiting, WaitingPage } from "../../modules/vendor-order/after-sale-types"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import { notifyStaff } from "../notify-staff"
import { collectionOf } from "../pay-on-delivery/close-uncollected"
import { collectVendorOrderWorkflow } from "../pay-on-delivery/workflows/collect-vendor-order"
import { actOnReturn } from "./act-on-return"
import { CLOCK_LIMITS } from "./clock-limits"
import { paymentStanding, readOrderState } from "./read-order-state"
import { retrieveCase } from "./return-view"
import { cancelVendorOrderWorkflow } from "./workflows/cancel-vendor-order"

/** What a shop, or a buyer, is waited for, for how long, and what happens without it. */
export type Clock = {
  name: string
  waits_for: "shop" | "buyer"
  /** What the one that is waited for is told. */
  what: string
  otherwise: string
  /** In time that the shop is open, or of any time for a buyer; 0 for a clock that the operator has stopped. */
  limitOf: (settings: Settings, hours: ShopHours | null) => number
  list: (service: VendorOrderModuleService, page: WaitingPage) => Promise<Waiting[]>
  act: (container: MedusaContainer, waiting: Waiting) => Promise<void>
}

const cancelAs =
  (reason_code: "not_confirmed" | "not_shipped", reason: string): Clock["act"] =>
  async (container, { vendor_id, vendor_order_id, order_id }) => {
    const due = await collectionOf(container, { id: vendor_order_id, order_id })
    // What nobody has paid is not called off by a clock, unless it was to be paid at the door.
    if (!due && paymentStanding(await readOrderState(container, order_id)) !== "paid") {
      return
    }
    await cancelVendorOrderWorkflow(container).run({
      input: {
        vendor_id,
        vendor_order_id,
        actor: "clock",
        reason,
        canceled_by: "clock",
        reason_code,
        // The shop may confirm it at this very moment.
        is_before_confirmation: reason_code === "not_confirmed",
      },
    })
  }

export const CLOCKS: Clock[] = [
  {
    name: "confirm",
    waits_for: "shop",
    what: "An order waits for you to confirm it",
    otherwise: "it is canceled and its buyer refunded",
    limitOf: CLOCK_LIMITS.confirm,
    list: (service, page) => service.listWaitingOrders({ ...page, status: "pending", clock: "confirm" }),
    act: cancelAs("not_confirmed", "The shop has not confirmed the order in time."),
  },
  {
    name: "ship",
    waits_for: "shop",
    what: "An order waits for you to send it",
    otherwise: "it is canceled and its buyer refunded",
    limitOf: CLOCK_LIMITS.ship,
    list: (service, page) => service.listWaitingOrders({ ...page, status: "confirmed", clock: "ship" }),
    act: cancelAs("not_shipped", "The shop has not sent the order in time."),
  },
  {
    name: "return_decision",
    waits_for: "shop",
    what: "A buyer waits for your word on a return",
    otherwise: "it is approved",
    limitOf: CLOCK_LIMITS.return_decision,
    list: (service, page) =>
      service.listWaitingReturns({ ...page, state: "requested", clock: "return_decision" }),
    act: (container, { subject_id: return_id }) =>
      actOnReturn(container, { return_id, to: "approved", actor: "clock" }),
  },
  {
    name: "return_send",
    waits_for: "buyer",
    what: "Your return is approved and waits for you to send the goods",
    otherwise: "it is closed",
    limitOf: CLOCK_LIMITS.return_send,
    list: (service, page) => service.listWaitingReturns({ ...page, state: "approved", clock: "return_send" }),
    act: (container, { subject_id: return_id }) =>
      actOnReturn(container, {
        return_id,
        to: "rejected",
        actor: "clock",
        only_from: "approved",
        note: "The goods were not sent in time.",
      }),
  },
  {
    name: "return_receipt",
    waits_for: "shop",
    what: "A buyer has sent goods back to you",
    otherwise: "they count as received and the buyer is refunded",
    limitOf: CLOCK_LIMITS.return_receipt,
    list: (service, page) =>
      service.listWaitingReturns({ ...page, state: "in_transit", clock: "return_receipt" }),
    act: receiveByProof,
  },
  {
    name: "collection",
    waits_for: "shop",
    what: "You have not said that you collected the money of an order that its buyer has",
    otherwise: "it counts as collected by you, and you owe what of it is not yours",
    limitOf: CLOCK_LIMITS.collection,
    list: (service, page) => service.listWaitingCollections({ ...page, clock: "collection" }),
    act: countAsCollected,
  },
]

/** Nobody hands a parcel over without its money. */
async function countAsCollected(
  container: MedusaContainer,
  { vendor_id, vendor_order_id, order_id }: Waiting
): Promise<void> {
  const due = await collectionOf(container, { id: vendor_order_id, order_id })
  if (due?.state !== "due") {
    return
  }
  await collectVendorOrderWorkflow(container).run({
    input: {
      vendor_id,
      vendor_order_id,
      actor: "clock",
      amount: toMajorUnits(due.amount_minor, due.currency_code).toString(),
      held_by: "vendor",
      idempotency_key: `clock:${vendor_order_id}`,
    },
  })
  await notifyStaff(container, {
    key: `collection:${vendor_order_id}:by_clock`,
    title: "Cash counts as collected",
    description: `It is confirmed that the buyer of vendor order ${vendor_order_id} has it, and its shop has not said in time that it was paid at the door. The shop owes the cash from now on.`,
  })
}

/** A carrier's number speaks for the buyer; without what looks like one a person has to look. Nothing goes into stock that nobody has seen. */
async function receiveByProof(container: MedusaContainer, { subject_id: return_id }: Waiting): Promise<void> {
  const { tracking_number, vendor_order_number } = await retrieveCase(container, return_id)
  if (isTrackingNumber(tracking_number)) {
    await actOnReturn(container, { return_id, to: "received", actor: "clock", is_restocked: false })
    return
  }
  await notifyStaff(container, {
    key: `return:${return_id}:unproved`,
    title: "A return has not been confirmed",
    description: `The return of order #${vendor_order_number} was sent without a carrier's tracking number, and its shop has not confirmed it in time. Decide under Marketplace, Returns.`,
  })
}
