import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { ErrorCode, notAllowed } from "../../lib/errors"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type { RefundRequest, ReturnRecord } from "../../modules/vendor-order/after-sale-types"
import { COUNTED_STAGES, keyOfLastTry } from "../../modules/vendor-order/domain/refund-request"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import { notifyStaff } from "../notify-staff"
import { findCase, retrieveCase } from "./return-view"
import type { ActOnReturnInput } from "./steps/act-on-return"
import { actOnReturnWorkflow } from "./workflows/act-on-return"
import { refundVendorOrderWorkflow } from "./workflows/refund-vendor-order"

export type ReturnAct = Omit<ActOnReturnInput, "return_id" | "vendor_id" | "actor"> & {
  /** What is wrong with what came back. */
  dispute?: string
}

type Acting = Pick<ActOnReturnInput, "return_id" | "vendor_id" | "actor">

/**
 * Moves a return; goods that are back as they should be are paid back at once. Those that are not are disputed in the one move
 * that receives them, so that there is no moment in which they could be paid back.
 */
export async function actOnReturn(
  container: MedusaContainer,
  { dispute, ...input }: Acting & ReturnAct
): Promise<void> {
  const { order_id } = await findCase(container, input)
  const disputed = dispute ? ({ to: "disputed", note: dispute } as const) : {}
  await actOnReturnWorkflow(container).run({ input: { ...input, ...disputed, order_id } })
  if (input.to !== "received") {
    return
  }
  if (dispute) {
    await tellOfDispute(container, input.return_id, dispute)
  } else {
    await settleReturn(container, input)
  }
}

/** Only staff can end it. */
async function tellOfDispute(container: MedusaContainer, return_id: string, dispute: string): Promise<void> {
  const { vendor_order_number } = await retrieveCase(container, return_id)
  await notifyStaff(container, {
    key: `return:${return_id}:disputed`,
    title: "A shop disputes a return",
    description: `The return of order #${vendor_order_number} waits for a decision, under Marketplace, Returns. The shop says: ${dispute}`,
  })
}

/**
 * Pays a return back, once: its id is the refund's key. What does not work out now is tried again by the job of the clocks;
 * staff are told of it. What was refused for good is asked for again only when staff rule so.
 */
export async function settleReturn(
  container: MedusaContainer,
  { return_id, actor }: { return_id: string; actor: string }
): Promise<boolean> {
  const found = await findCase(container, { return_id })
  const asked = await refundOf(container, found)
  // Of one that is disputed nothing is paid before staff have said so, nor anew of one whose refund was refused; and nothing
  // that was not paid at the door yet.
  if (asked ? !isCounted(asked) : found.state === "disputed") {
    return false
  }
  if (await isDueAtTheDoor(container, found)) {
    await tellOfUntoldMoney(container, return_id)
    return false
  }
  try {
    return await payBack(container, found, { actor, is_anew: false })
  } catch (error) {
    const message = error instanceof Error || MedusaError.isMedusaError(error) ? error.message : String(error)
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`Return ${return_id} was received and not paid back: ${message}`)
    await notifyStaff(container, {
      key: `return:${return_id}:unpaid`,
      title: "A return was not paid back",
      description: `Return ${return_id} was received, but its buyer has no money yet. ${message}`,
    })

    return false
  }
}

/** The goods' price, or what is left of the buyer's money for the order where some of it went back before. */
async function payBack(
  container: MedusaContainer,
  found: ReturnRecord,
  { actor, is_anew, ruling }: { actor: string; is_anew: boolean; ruling?: string }
): Promise<boolean> {
  const { return_id, vendor_id, vendor_order_id, order_id, items, reason_code, state } = found
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const refund = refundVendorOrderWorkflow(container).run({
    input: {
      vendor_id,
      vendor_order_id,
      actor,
      items: items.map(({ line_id, quantity }) => ({ line_id, quantity })),
      is_shipping: false,
      amount: null,
      is_up_to_left: true,
      reason_code,
      note: `Return ${return_id}`,
      idempotency_key: keyOfLastTry(refundName(return_id), await service.refundRequestsOf(order_id), {
        is_anew,
      }),
    },
  })
  const id = await refund.then(({ result }) => result.id, nullIfNothingLeft)
  const request = (await service.refundRequestsOf(order_id)).find((row) => row.id === id)
  const isOver = id === null || request?.stage === "made"
  if (isOver && state !== "refunded") {
    const decided = ruling ? { decided_by: actor, decision_note: ruling } : {}
    await service.moveReturn({ return_id, from: state, to: "refunded", refund_request_id: id, ...decided })
  }

  return isOver
}

/** The buyer has all the money for the order already: there is nothing to wait for. @throws every other error */
function nullIfNothingLeft(error: unknown): null {
  if (MedusaError.isMedusaError(error) && error.code === ErrorCode.REFUND_NOTHING_LEFT) {
    return null
  }
  throw error
}

async function isDueAtTheDoor(
  container: MedusaContainer,
  { order_id, vendor_order_id }: ReturnRecord
): Promise<boolean> {
  const collections = await container
    .resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
    .collectionsOf(order_id)

  return collections.some((row) => row.vendor_order_id === vendor_order_id && row.state === "due")
}

/** The buyer may have paid for what is back: only whoever took the money, or staff, can say so. */
async function tellOfUntoldMoney(container: MedusaContainer, return_id: string): Promise<void> {
  const { vendor_order_number } = await retrieveCase(container, return_id)
  await notifyStaff(container, {
    key: `return:${return_id}:uncollected`,
    title: "A return waits for word of its money",
    description: `The goods of order #${vendor_order_number} are back, and nobody has said whether they were paid for at the door. Book that the money was collected, and the return is paid back, or that the parcel was refused.`,
  })
}

const refundName = (returnId: string) => `return:${returnId}`

const isCounted = ({ stage }: RefundRequest) => COUNTED_STAGES.includes(stage)

/** The refund that was asked for last for a return. */
async function refundOf(container: MedusaContainer, { return_id, order_id }: ReturnRecord) {
  const requests = await container
    .resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
    .refundRequestsOf(order_id)
  const key = keyOfLastTry(refundName(return_id), requests, { is_anew: false })

  return requests.find(({ idempotency_key }) => idempotency_key === key)
}

/** Staff end a case about a return that its shop disputes: the buyer is paid, or is not. */
export async function ruleOnReturn(
  container: MedusaContainer,
  input: { return_id: string; actor: string; is_refunded: boolean; note: string }
): Promise<void> {
  const found = await findCase(container, input)
  if (found.state !== "disputed" && !(found.state === "received" && input.is_refunded)) {
    throw notAllowed(ErrorCode.RETURN_TRANSITION_REFUSED, "This return is not disputed.")
  }
  if (input.is_refunded) {
    await payBack(container, found, { actor: input.actor, is_anew: true, ruling: input.note })
    return
  }
  const asked = await refundOf(container, found)
  if (asked && isCounted(asked)) {
    throw notAllowed(
      ErrorCode.RETURN_TRANSITION_REFUSED,
      "This return was ruled for its buyer already, whose money is on its way."
    )
  }
  await actOnReturnWorkflow(container).run({
    input: {
      return_id: input.return_id,
      order_id: found.order_id,
      to: "rejected",
      actor: input.actor,
      note: input.note,
    },
  })
}
