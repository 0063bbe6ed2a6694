import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { ErrorCode, notAllowed } from "../../lib/errors"
import { BANK_GATEWAY, CASH_GATEWAY, type RefundAttempt } from "../../lib/gateway"
import { sumMinor, toMinorUnits } from "../../lib/money"
import { GATEWAY_MODULE } from "../../modules/gateway"
import { byHandKey } from "../../modules/gateway/domain/by-hand"
import type GatewayModuleService from "../../modules/gateway/service"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import { paymentsIn, readOrderState } from "../vendor-order/read-order-state"
import { postRefunds } from "./post-refunds"
import { orderOf, owedOf, retryLockKey } from "./retry-refunds"
import { servedRefund } from "./served-refund"

const gatewayOf = (container: MedusaContainer) => container.resolve<GatewayModuleService>(GATEWAY_MODULE)

/** One that its gateway could not make, and that a person was called for; what people make is theirs already. */
export const isLeftToPerson = ({ state, follow_up, gateway }: RefundAttempt): boolean =>
  (state === "failed" || state === "refused") &&
  follow_up === "person" &&
  gateway !== BANK_GATEWAY &&
  gateway !== CASH_GATEWAY

/**
 * Has people send a refund that its gateway could not make: by an attempt of its own, out of the platform's bank, that takes the
 * place of the failed one. Under the lock of every further try; whoever asks again has the same attempt.
 *
 * @throws not allowed for one that is not owed any more, or not for now
 */
export async function leaveToPeople(
  container: MedusaContainer,
  failed: RefundAttempt
): Promise<RefundAttempt> {
  const orderId = await orderOf(container, failed)
  const task = await container
    .resolve(Modules.LOCKING)
    .execute(retryLockKey(failed, orderId), () => taskFor(container, failed, orderId), { timeout: 20 })
  await postRefunds(container, task.reference)

  return task
}

async function taskFor(
  container: MedusaContainer,
  failed: RefundAttempt,
  orderId: string | null
): Promise<RefundAttempt> {
  const gateway = gatewayOf(container)
  const served = servedRefund(failed, await gateway.listRefundsOf(failed.reference))
  const [known] = await gateway.refundsFor([byHandKey(served)])
  if (!known) {
    await assertOwed(container, failed, orderId)
  }
  const { amount_minor } = failed
  const source = () =>
    orderId ? sourceOf(container, { failed, served, orderId }) : sourceOfOrphan(container, failed)
  const reference = known?.reference ?? (await source())
  const origin = orderId ? "medusa" : "orphan"
  const task = await gateway.refund({ reference, key: byHandKey(served), amount_minor, origin })
  await gateway.replaceRefund(failed.id)

  return task
}

/** Asked once more under the lock: somebody may have tried it again. */
async function assertOwed(
  container: MedusaContainer,
  { id }: RefundAttempt,
  orderId: string | null
): Promise<void> {
  const failed = await gatewayOf(container).findRefundAttempt(id)
  if (!failed || !isLeftToPerson(failed) || failed.booked === "given") {
    throw refused("This refund was tried again meanwhile: look at it once more.")
  }
  if (!orderId) {
    return
  }
  const { is, request } = await owedOf(container, failed, orderId)
  if (is === "later") {
    throw refused(
      "Something is open about this order, such as a case or a cancellation: try again when it is over."
    )
  }
  if (is === "given_otherwise") {
    throw refused("The money was given back otherwise since, or taken by a bank.")
  }
  // Nobody gives the same money back before the task is booked.
  if (request?.stage === "failed") {
    await container
      .resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
      .advanceRefundRequest(request.id, { stage: "retrying" })
  }
}

/** What people send is a payment of its own beside the one that the gateway keeps; never more than the buyer has paid. */
async function sourceOf(
  container: MedusaContainer,
  { failed, served, orderId }: { failed: RefundAttempt; served: string; orderId: string }
): Promise<string> {
  const gateway = gatewayOf(container)
  const order = await readOrderState(container, orderId)
  const payment = paymentsIn(order).find(({ refunds = [] }) => refunds.some(({ id }) => id === served))
  const transaction = await gateway.findTransaction(failed.reference)
  const { currency_code } = failed
  const paid_minor = payment
    ? sumMinor((payment.captures ?? []).map(({ raw_amount }) => toMinorUnits(raw_amount, currency_code)))
    : (transaction?.paid_minor ?? 0n)

  return gateway.keepCash({
    session_id: payment?.payment_session?.id ?? transaction?.session_id ?? "",
    email: order.email ?? "",
    currency_code,
    paid_minor,
    is_beside: true,
  })
}

/** Of a payment that is no order's, apart from whatever its session has paid for besides. */
async function sourceOfOrphan(
  container: MedusaContainer,
  { reference, amount_minor, currency_code }: RefundAttempt
): Promise<string> {
  const gateway = gatewayOf(container)
  const transaction = await gateway.findTransaction(reference)

  return gateway.keepCash({
    session_id: `orphan-${reference}`,
    email: transaction?.email ?? "",
    currency_code,
    paid_minor: amount_minor,
    is_beside: true,
  })
}

const refused = (why: string) => notAllowed(ErrorCode.REFUND_ACCOUNT_REFUSED, why)
