import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { ErrorCode, notAllowed } from "../../lib/errors"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type { ReturnRecord } from "../../modules/vendor-order/after-sale-types"
import { COUNTED_STAGES } from "../../modules/vendor-order/domain/refund-request"
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

/** Moves a return; goods that are back as they should be are paid back at once. */
export async function actOnReturn(
  container: MedusaContainer,
  { dispute, ...input }: Acting & ReturnAct
): Promise<void> {
  const { order_id } = await findCase(container, input)
  const move = (change: Partial<ReturnAct>) =>
    actOnReturnWorkflow(container).run({ input: { ...input, ...change, order_id } })
  await move({})
  if (input.to !== "received") {
    return
  }
  if (dispute) {
    await move({ to: "disputed", note: dispute })
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
 * staff are told of it.
 */
export async function settleReturn(
  container: MedusaContainer,
  { return_id, actor }: { return_id: string; actor: string }
): Promise<boolean> {
  const found = await findCase(container, { return_id })
  // Of one that is disputed nothing is paid before staff have said so.
  if (found.state === "disputed" && !(await refundOf(container, found))) {
    return false
  }
  try {
    return await payBack(container, found, actor)
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

async function payBack(container: MedusaContainer, found: ReturnRecord, actor: string): Promise<boolean> {
  const { return_id, vendor_id, vendor_order_id, order_id, items, reason_code, state } = found
  const { result } = await refundVendorOrderWorkflow(container).run({
    input: {
      vendor_id,
      vendor_order_id,
      actor,
      items: items.map(({ line_id, quantity }) => ({ line_id, quantity })),
      is_shipping: false,
      amount: null,
      reason_code,
      note: `Return ${return_id}`,
      idempotency_key: refundKey(return_id),
    },
  })
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const request = (await service.refundRequestsOf(order_id)).find(({ id }) => id === result.id)
  if (request?.stage === "made" && state !== "refunded") {
    await service.moveReturn({
      return_id,
      from: state,
      to: "refunded",
      refund_request_id: request.id,
    })
  }

  return request?.stage === "made"
}

const refundKey = (returnId: string) => `return:${returnId}`

/** The refund that was begun for a return and has gone, or may yet go, to its buyer. */
async function refundOf(container: MedusaContainer, { return_id, order_id }: ReturnRecord) {
  const requests = await container
    .resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
    .refundRequestsOf(order_id)

  return requests.find(
    ({ idempotency_key, stage }) => idempotency_key === refundKey(return_id) && COUNTED_STAGES.includes(stage)
  )
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
    await payBack(container, found, input.actor)
    return
  }
  if (await refundOf(container, found)) {
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
