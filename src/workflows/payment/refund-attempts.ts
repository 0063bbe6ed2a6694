import type { MedusaContainer } from "@medusajs/framework/types"
import { ErrorCode, notFound } from "../../lib/errors"
import type { RefundAttempt } from "../../lib/gateway"
import { sayAmount, toMajorUnits } from "../../lib/money"
import { GATEWAY_MODULE } from "../../modules/gateway"
import type GatewayModuleService from "../../modules/gateway/service"
import type { RefundAccount, RefundFilter } from "../../modules/gateway/types"
import { refundAccountView } from "./refund-account-view"

export const amountOf = ({ amount_minor, currency_code }: RefundAttempt) =>
  sayAmount(amount_minor, currency_code)

/** An attempt at a gateway as staff see it. */
const attemptView = (attempt: RefundAttempt, account: RefundAccount | null = null) => ({
  id: attempt.id,
  gateway: attempt.gateway,
  reference: attempt.reference,
  state: attempt.state,
  amount: toMajorUnits(attempt.amount_minor, attempt.currency_code),
  currency_code: attempt.currency_code,
  tries: attempt.tries,
  error: attempt.last_error,
  posted_at: attempt.posted_at,
  account: account && refundAccountView(account),
})

/** Refunds that wait for a person, or for an account of the buyer's. */
export async function listWaitingRefunds(
  container: MedusaContainer,
  { limit, offset, ...filter }: { limit: number; offset: number } & RefundFilter
) {
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const { refunds, count } = await gateway.pageOfWaitingRefunds(filter, { take: limit, skip: offset })
  const accounts = await gateway.refundAccountsOf(refunds.map(({ id }) => id))
  const accountOf = (id: string) => accounts.find(({ refund_id }) => refund_id === id) ?? null

  return { refunds: refunds.map((refund) => attemptView(refund, accountOf(refund.id))), count, offset, limit }
}

export async function viewOfAttempt(container: MedusaContainer, attempt: RefundAttempt) {
  const [account] = await container
    .resolve<GatewayModuleService>(GATEWAY_MODULE)
    .refundAccountsOf([attempt.id])

  return attemptView(attempt, account ?? null)
}

/** @throws not found */
export async function findAttempt(container: MedusaContainer, id: string): Promise<RefundAttempt> {
  const attempt = await container.resolve<GatewayModuleService>(GATEWAY_MODULE).findRefundAttempt(id)
  if (!attempt) {
    throw notFound(ErrorCode.REFUND_NOT_FOUND, `Refund ${id} was not found.`)
  }

  return attempt
}

/** The attempt that stands for a refund now: the last try. */
export async function lastTryOf(container: MedusaContainer, attempt: RefundAttempt): Promise<RefundAttempt> {
  const all = await container.resolve<GatewayModuleService>(GATEWAY_MODULE).listRefundsOf(attempt.reference)
  const root = attempt.root_id ?? attempt.id

  return (
    all
      .filter(({ id, root_id }) => id === root || root_id === root)
      .toSorted((a, b) => b.tries - a.tries)[0] ?? attempt
  )
}
