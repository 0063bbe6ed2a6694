import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateEntityId } from "@medusajs/framework/utils"
import { ErrorCode, forbidden, invalidData, notAllowed } from "../../lib/errors"
import { GatewayUnavailableError, type RefundAttempt } from "../../lib/gateway"
import { GATEWAY_MODULE } from "../../modules/gateway"
import { stateOfChecked } from "../../modules/gateway/domain/refund-account"
import type GatewayModuleService from "../../modules/gateway/service"
import type { NewRefundAccount, RefundAccount } from "../../modules/gateway/types"
import { PAYOUT_MODULE } from "../../modules/payout"
import type PayoutModuleService from "../../modules/payout/service"
import { type CheckedName, nameCheckOf, nameCheckSentence } from "../../modules/vendor/domain/account-name"
import { accountNumberProblem, bankNameOf } from "../../modules/vendor/domain/bank-account"
import { notifyStaff } from "../notify-staff"
import { followRefunds } from "./follow-refunds"
import { amountOf } from "./refund-attempts"
import { openRefundNumber, sealRefundNumber } from "./refund-number"

export type RefundAccountBody = { bank_code: string; account_number: string; account_name: string }

const gatewayOf = (container: MedusaContainer) => container.resolve<GatewayModuleService>(GATEWAY_MODULE)

/**
 * The account as it may be handed on, with what a gateway says of its holder's name. The number ends here: an engine that keeps
 * the input of its workflows would keep it too.
 * @throws invalid data for a number that cannot be right, or that no account has
 */
export async function sealRefundAccount(
  container: MedusaContainer,
  refund: RefundAttempt,
  { body, by }: { body: RefundAccountBody; by: string }
): Promise<NewRefundAccount> {
  const { currency_code } = refund
  const place = { kind: "bank" as const, ...body, currency_code }
  const problem = accountNumberProblem(place)
  if (problem) {
    throw invalidData(ErrorCode.BANK_ACCOUNT_INVALID, problem)
  }
  const checked = await checkName(container, place)
  if (checked?.name_check === "unknown_account") {
    throw invalidData(
      ErrorCode.BANK_ACCOUNT_INVALID,
      nameCheckSentence("unknown_account", null) ?? "No such account is known."
    )
  }
  const id = generateEntityId(undefined, "gra")

  return {
    id,
    refund_id: refund.id,
    state: stateOfChecked(checked?.name_check ?? null),
    bank_code: body.bank_code,
    bank_name: bankNameOf(place),
    account_name: body.account_name,
    account_last4: body.account_number.slice(-4),
    account_number_ciphertext: sealRefundNumber(id, body.account_number),
    currency_code,
    name_check: checked?.name_check ?? null,
    name_missing: checked?.name_missing.join(" ") || null,
    entered_by: by,
  }
}

/** Null when the gateway does not answer: then a person looks. */
async function checkName(
  container: MedusaContainer,
  { account_name, ...place }: { kind: "bank"; currency_code: string } & RefundAccountBody
): Promise<CheckedName | null> {
  try {
    return nameCheckOf(
      account_name,
      await container.resolve<PayoutModuleService>(PAYOUT_MODULE).holderOf(place)
    )
  } catch (error) {
    if (error instanceof GatewayUnavailableError) {
      return null
    }
    throw error
  }
}

/** Tells the gateway of an account that is ready, and follows what comes of it; staff are told of one that waits for them. */
export async function sendRefundAccount(container: MedusaContainer, refund: RefundAttempt): Promise<void> {
  const [account] = await gatewayOf(container).refundAccountsOf([refund.id])
  if (account?.state === "waiting") {
    await notifyStaff(container, {
      key: `refund-account:${account.id}`,
      title: "A buyer's account waits for a person",
      description: `${amountOf(refund)} of payment ${refund.reference} (refund ${refund.id}) go to an account whose holder's name was not confirmed.`,
    })
  }
  if (account?.state === "ready" && !gatewayOf(container).isRefundedByHand(refund.gateway)) {
    await gatewayOf(container).sendRefundAccount(account, openRefundNumber(account))
    await followRefunds(container, refund.reference)
  }
}

export async function approveRefundAccount(
  container: MedusaContainer,
  { refund, by }: { refund: RefundAttempt; by: string }
): Promise<void> {
  const [account] = await gatewayOf(container).refundAccountsOf([refund.id])
  if (account?.entered_by === by) {
    throw forbidden(ErrorCode.REFUND_ACCOUNT_OWN_ENTRY, "Nobody approves an account that they have entered.")
  }
  if (!account || !(await gatewayOf(container).approveRefundAccount({ id: account.id, by }))) {
    throw notAllowed(ErrorCode.REFUND_ACCOUNT_REFUSED, "No account of this refund waits for a person.")
  }
  await sendRefundAccount(container, refund)
}

/** Accounts of which a crash or a lost answer has left it open whether the gateway has them. */
export async function followRefundAccount(container: MedusaContainer, account: RefundAccount): Promise<void> {
  const state = account.state === "ready" ? "ready" : await gatewayOf(container).lookUpRefundAccount(account)
  if (state === "ready") {
    await gatewayOf(container).sendRefundAccount(account, openRefundNumber(account))
  }
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .info(`The account ${account.id} of refund ${account.refund_id} was ${account.state}, and is ${state}.`)
}
