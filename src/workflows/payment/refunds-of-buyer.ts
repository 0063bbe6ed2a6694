import type { MedusaContainer } from "@medusajs/framework/types"
import { ErrorCode, notFound } from "../../lib/errors"
import type { RefundAttempt } from "../../lib/gateway"
import { toMajorUnits } from "../../lib/money"
import { GATEWAY_MODULE } from "../../modules/gateway"
import { byHandKey, servedBy } from "../../modules/gateway/domain/by-hand"
import type GatewayModuleService from "../../modules/gateway/service"
import type { RefundAccount } from "../../modules/gateway/types"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import { prepaySession } from "../../modules/vendor-order/domain/prepayment"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import { paymentsIn, readOrderState } from "../vendor-order/read-order-state"
import { refundAccountView } from "./refund-account-view"

const MOST_PAYMENTS = 100

const ON_ITS_WAY = "on_its_way"

const STATES: Partial<Record<RefundAttempt["state"], string>> = {
  processed: "made",
  failed: "delayed",
  refused: "delayed",
}

const TO_DO = "Name a bank account of yours that this money can be sent to."

/** Where a refund stands for its buyer, by its last try, and what the buyer has to do. */
function standingOf(attempt: RefundAttempt, account: RefundAccount | null) {
  const isAsked =
    attempt.state === "needs_attention" && (!account || ["refused", "sent"].includes(account.state))

  return {
    id: attempt.id,
    state: isAsked ? "needs_account" : (STATES[attempt.state] ?? ON_ITS_WAY),
    to_do: isAsked ? TO_DO : null,
    account: account && refundAccountView(account),
  }
}

type Standing = ReturnType<typeof standingOf>

/** Where the refunds stand that these attempts were made for, by every name that Medusa knows them by. */
async function standings(
  container: MedusaContainer,
  attempts: RefundAttempt[]
): Promise<{ first: RefundAttempt; standing: Standing }[]> {
  const lasts = attempts
    .filter(({ root_id }) => root_id === null)
    .map((first) => {
      const tries = attempts.filter(({ root_id }) => root_id === first.id)
      return { first, last: tries.toSorted((a, b) => b.tries - a.tries)[0] ?? first }
    })
  const accounts = await container
    .resolve<GatewayModuleService>(GATEWAY_MODULE)
    .refundAccountsOf(lasts.map(({ last }) => last.id))

  return lasts.map(({ first, last }) => ({
    first,
    standing: standingOf(last, accounts.find(({ refund_id }) => refund_id === last.id) ?? null),
  }))
}

/** The refunds of an order that a gateway of ours makes, for whoever has shown that the order is theirs. */
export async function listRefundsOfOrder(container: MedusaContainer, orderId: string) {
  const attempts = await attemptsOfOrder(container, orderId)
  const refunds = (await standings(container, attempts)).map(({ first, standing }) => ({
    ...standing,
    amount: toMajorUnits(first.amount_minor, first.currency_code),
    currency_code: first.currency_code,
    created_at: first.created_at,
  }))

  return { refunds, count: refunds.length }
}

/** One of them. @throws not found */
export async function refundOfOrder(
  container: MedusaContainer,
  { order_id, refund_id }: { order_id: string; refund_id: string }
) {
  const found = (await listRefundsOfOrder(container, order_id)).refunds.find(({ id }) => id === refund_id)

  return found ?? refundNotFound(refund_id)
}

function refundNotFound(id: string): never {
  throw notFound(ErrorCode.REFUND_NOT_FOUND, `Refund ${id} was not found.`)
}

/** Where the refunds of Medusa's stand that have these ids. */
export async function standingsByRefund(
  container: MedusaContainer,
  refundIds: string[]
): Promise<Map<string, Standing>> {
  const attempts = await container
    .resolve<GatewayModuleService>(GATEWAY_MODULE)
    .refundsFor([...refundIds, ...refundIds.map(byHandKey)])
  const found = await standings(container, attempts.filter(standsForItself))

  return new Map(
    found.flatMap(({ first, standing }) =>
      [servedBy(first.key), first.adopted_by_key].flatMap((key) => (key ? [[key, standing] as const] : []))
    )
  )
}

/** A refund of the buyer's order. @throws not found */
export async function findRefundOfOrder(
  container: MedusaContainer,
  { order_id, refund_id }: { order_id: string; refund_id: string }
): Promise<RefundAttempt> {
  const found = (await attemptsOfOrder(container, order_id)).find(({ id }) => id === refund_id)

  return found ?? refundNotFound(refund_id)
}

async function attemptsOfOrder(container: MedusaContainer, orderId: string): Promise<RefundAttempt[]> {
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const order = await readOrderState(container, orderId)
  const collections = await container
    .resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
    .collectionsOf(orderId)
  const sessions = [
    ...paymentsIn(order).flatMap(({ payment_session }) => payment_session?.id ?? []),
    ...collections.map(({ vendor_order_id }) => prepaySession(vendor_order_id)),
  ]
  const transactions = sessions.length
    ? await gateway.listGatewayTransactions(
        { session_id: sessions },
        { take: MOST_PAYMENTS, select: ["reference"] }
      )
    : []
  const attempts = await Promise.all(transactions.map(({ reference }) => gateway.listRefundsOf(reference)))

  // What a payment was that never became this order's is nobody's here.
  return attempts
    .flat()
    .filter(standsForItself)
    .filter(({ origin }) => origin === "medusa")
}

/** Not one that a gateway did not make, and that people make in its place. */
const standsForItself = (own: RefundAttempt, _: number, all: RefundAttempt[]) =>
  !all.some(({ key }) => key === byHandKey(own.adopted_by_key ?? own.key))
