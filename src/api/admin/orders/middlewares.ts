import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ErrorCode, notAllowed } from "../../../lib/errors"
import { sumMinor, toMinorUnits } from "../../../lib/money"
import { isPaidOnDelivery } from "../../../lib/pay-on-delivery"
import { assertNotTaken } from "../../../workflows/dispute/assert-not-taken"
import { giveBackBeforeCancel } from "../../../workflows/vendor-order/give-back-before-cancel"
import {
  type Payment,
  paymentsIn,
  readOrderState,
  refundableOf,
} from "../../../workflows/vendor-order/read-order-state"
import { passRefundGate } from "../../../workflows/vendor-order/refund-gate"
import { staffContext } from "../../access/admit-staff"
import { orderOfRequest } from "./order-of-request"

/** Core lets only a `user` take back an offered transfer and forgets secret keys, which act for the user who made them. */
function actAsMaker(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction): void {
  const asking = req as AuthenticatedMedusaRequest
  if (asking.auth_context.actor_type === "api-key") {
    const { user_id } = staffContext(req)
    asking.auth_context = { ...asking.auth_context, actor_type: "user", actor_id: user_id }
  }
  next()
}

/** Core gives money back in these, past everything of ours but this. */
async function passGate(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const order_id = await orderOfRequest(req)
  if (order_id) {
    await passRefundGate(req.scope, { order_id, vendor_order_id: null })
    const payments = paymentsIn(await readOrderState(req.scope, order_id))
    const refundable_minor = sumMinor(payments.map(refundableOf))
    const payment = payments.find(({ id }) => id === req.params.id)
    const amount_minor = payment ? askedOf(req, payment) : refundable_minor
    await assertNotTaken(req.scope, { order_id, amount_minor, refundable_minor })
  }
  next()
}

/** All that a payment has left where no amount is named; what is none is core's to refuse. */
function askedOf({ body }: MedusaRequest, payment: Payment): bigint {
  const { amount } = (body ?? {}) as { amount?: unknown }

  return typeof amount === "number" && Number.isFinite(amount)
    ? toMinorUnits(amount, payment.currency_code)
    : refundableOf(payment)
}

/** What core would give back itself, and lose where the provider fails, is gone before it cancels. */
async function giveBackFirst(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const { actor_id } = (req as AuthenticatedMedusaRequest).auth_context
  await giveBackBeforeCancel(req.scope, { order_id: req.params.id ?? "", actor: actor_id })
  next()
}

/** What is paid at the door is collected of each vendor order: a capture by hand would show money that nobody has. */
async function refuseCaptureByHand(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction) {
  const { data } = await req.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "payment",
    fields: ["provider_id"],
    filters: { id: req.params.id ?? "" },
  })
  if (data[0] && isPaidOnDelivery(data[0].provider_id)) {
    throw notAllowed(
      ErrorCode.COLLECTION_REFUSED,
      "This order is paid on delivery: record what was collected for each of its vendor orders."
    )
  }
  next()
}

export const adminOrderMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/payments/:id/capture", methods: ["POST"], middlewares: [refuseCaptureByHand] },
  { matcher: "/admin/payments/:id/refund", methods: ["POST"], middlewares: [passGate] },
  { matcher: "/admin/orders/:id/cancel", methods: ["POST"], middlewares: [passGate, giveBackFirst] },
  { matcher: "/admin/orders/:id/transfer/cancel", methods: ["POST"], middlewares: [actAsMaker] },
]
