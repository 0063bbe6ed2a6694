import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { ErrorCode } from "../../lib/errors"
import type { RefundAttempt } from "../../lib/gateway"
import { GATEWAY_MODULE } from "../../modules/gateway"
import type GatewayModuleService from "../../modules/gateway/service"
import type { Retried } from "../../modules/gateway/types"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import { notifyStaff } from "../notify-staff"
import { orderLockKey } from "../vendor-order/order-lock"
import { orderPaidBy } from "./order-paid-by"
import { givenBackOf, postRefunds } from "./post-refunds"
import { amountOf } from "./refund-attempts"
import { refundStillOwed } from "./refund-still-owed"
import { isWithPeople } from "./served-refund"

const HOUR_MS = 60 * 60 * 1000
/** A further try that the gateway certainly never got is posted again after so long. */
const AGAIN_MS = HOUR_MS / 4

/** `later`: something is under way that may change whether it is owed, or its gateway is switched off. */
export type RetryOutcome = Retried["outcome"] | "later" | "given_otherwise"

const gatewayOf = (container: MedusaContainer) => container.resolve<GatewayModuleService>(GATEWAY_MODULE)

const NOT_TRIED: RetryOutcome[] = ["nothing", "uncovered", "wait"]

const NOT_COVERED = "The money was given back otherwise since, or taken by a bank."

/** Refunds that failed and whose time has come: tried again, or left to a person, who is told once. */
export async function failedRefundsDue(container: MedusaContainer, limit: number): Promise<RefundAttempt[]> {
  const now = new Date()

  return gatewayOf(container).listRefundsToFollowUp({
    now,
    again_before: new Date(now.getTime() - AGAIN_MS),
    limit,
  })
}

export async function followUpRefund(container: MedusaContainer, failed: RefundAttempt): Promise<void> {
  if (failed.state === "refused" || (failed.state === "failed" && !failed.retry_at)) {
    await handOver(container, failed, failed.last_error ?? "It was tried as often as it is by itself.")
    return
  }
  const outcome = await retryRefund(container, failed).catch(laterIfSwitchedOff)
  if (outcome === "uncovered" || outcome === "given_otherwise") {
    await handOver(container, failed, NOT_COVERED)
  } else if (outcome === "later") {
    await gatewayOf(container).postponeRetry({ id: failed.id, until: new Date(Date.now() + HOUR_MS) })
  }
}

/** A gateway that was switched off must not keep the refunds of the others from being tried. @throws all else */
function laterIfSwitchedOff(error: unknown): "later" {
  if (MedusaError.isMedusaError(error) && error.code === ErrorCode.GATEWAY_NOT_CONFIGURED) {
    return "later"
  }
  throw error
}

/**
 * Tries one refund again that the gateway could not make. Under the lock of the order, if it is for one, as everything is that
 * gives its money back, so that what it is decided on holds until the gateway has been asked.
 */
export async function retryRefund(container: MedusaContainer, failed: RefundAttempt): Promise<RetryOutcome> {
  const orderId = await orderOf(container, failed)
  const outcome = await container
    .resolve(Modules.LOCKING)
    .execute(retryLockKey(failed, orderId), () => retryUnlessSent(container, failed, orderId), {
      timeout: 20,
    })
  await postRefunds(container, failed.reference)

  return outcome
}

/** What keeps a further try from being made twice, by its gateway or by people. */
export const retryLockKey = ({ reference }: RefundAttempt, orderId: string | null): string =>
  orderId ? orderLockKey(orderId) : `orphan-refund:${reference}`

async function retryUnlessSent(
  container: MedusaContainer,
  failed: RefundAttempt,
  orderId: string | null
): Promise<RetryOutcome> {
  if (await isWithPeople(container, failed)) {
    return "given_otherwise"
  }

  return orderId
    ? retryOfOrder(container, failed, orderId)
    : (await gatewayOf(container).retryRefund(failed)).outcome
}

async function retryOfOrder(
  container: MedusaContainer,
  failed: RefundAttempt,
  orderId: string
): Promise<RetryOutcome> {
  const { is, request } = await owedOf(container, failed, orderId)
  if (is !== "owed") {
    return is
  }
  const vendorOrders = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  // Before the gateway is asked, so that nobody gives the same money back meanwhile.
  if (request && request.stage === "failed") {
    await vendorOrders.advanceRefundRequest(request.id, { stage: "retrying" })
  }
  const { outcome } = await gatewayOf(container).retryRefund(failed)
  if (request?.stage === "failed" && NOT_TRIED.includes(outcome)) {
    await vendorOrders.advanceRefundRequest(request.id, { stage: "failed" })
  }

  return outcome
}

export async function orderOf(container: MedusaContainer, failed: RefundAttempt): Promise<string | null> {
  const transaction = await gatewayOf(container).findTransaction(failed.reference)

  return transaction && failed.origin !== "orphan" ? orderPaidBy(container, transaction) : null
}

export async function owedOf(container: MedusaContainer, failed: RefundAttempt, orderId: string) {
  const all = await gatewayOf(container).listRefundsOf(failed.reference)

  return refundStillOwed(container, givenBackOf(failed, all, orderId), orderId)
}

async function handOver(container: MedusaContainer, failed: RefundAttempt, why: string): Promise<void> {
  const orderId = await orderOf(container, failed)
  const request = orderId ? (await owedOf(container, failed, orderId)).request : null
  if (request && (request.stage === "retrying" || request.stage === "made")) {
    await container
      .resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
      .advanceRefundRequest(request.id, { stage: "failed", last_error: why })
  }
  await notifyStaff(container, {
    key: `refund-failed:${failed.key}`,
    title: "A refund failed at the gateway",
    description: `${amountOf(failed)} of payment ${failed.reference} did not go back (refund ${failed.id}), and it is not tried again by itself. ${why}`,
  })
  await gatewayOf(container).handRefundOver(failed.id)
}
