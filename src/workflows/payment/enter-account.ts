import type { MedusaContainer } from "@medusajs/framework/types"
import { ErrorCode, notFound } from "../../lib/errors"
import type { RefundAttempt } from "../../lib/gateway"
import { GATEWAY_MODULE } from "../../modules/gateway"
import type GatewayModuleService from "../../modules/gateway/service"
import { type RefundAccountBody, sealRefundAccount } from "./refund-account"
import { findAttempt } from "./refund-attempts"
import { openRefundNumber } from "./refund-number"
import { findRefundOfOrder, refundOfOrder } from "./refunds-of-buyer"
import { enterRefundAccountWorkflow } from "./workflows/enter-refund-account"

/** By the buyer, or whoever holds the order's link. @throws not found, invalid data, not allowed */
export async function enterAccountAsBuyer(
  container: MedusaContainer,
  { body, ...of }: { order_id: string; refund_id: string; body: RefundAccountBody }
) {
  const refund = await findRefundOfOrder(container, of)
  await enter(container, refund, { body, by: "buyer", is_by_staff: false })

  return refundOfOrder(container, of)
}

/** @throws not found, invalid data, not allowed */
export async function enterAccountAsStaff(
  container: MedusaContainer,
  { id, by, body }: { id: string; by: string; body: RefundAccountBody }
) {
  return enter(container, await findAttempt(container, id), { body, by, is_by_staff: true })
}

async function enter(
  container: MedusaContainer,
  refund: RefundAttempt,
  { is_by_staff, ...entered }: { body: RefundAccountBody; by: string; is_by_staff: boolean }
) {
  const sealed = await sealRefundAccount(container, refund, entered)
  // Whoever enters an account names its holder, too: what staff enter is for another of them to look at.
  const account = is_by_staff ? { ...sealed, state: "waiting" as const } : sealed
  const { result } = await enterRefundAccountWorkflow(container).run({ input: { account, is_by_staff } })

  return result
}

/** Where staff send a refund that people make, with the number; of one that a gateway makes it is nobody's to read. */
export async function accountToPayTo(container: MedusaContainer, id: string) {
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const refund = await findAttempt(container, id)
  const [account] = await gateway.refundAccountsOf([id])
  if (account?.state !== "ready" || !gateway.isRefundedByHand(refund.gateway)) {
    throw notFound(ErrorCode.REFUND_NOT_FOUND, "There is no account that people could send this refund to.")
  }
  const { bank_code, bank_name, account_name, currency_code } = account

  return { bank_code, bank_name, account_name, account_number: openRefundNumber(account), currency_code }
}
