import type { MedusaContainer } from "@medusajs/framework/types"
import type { BankRefundState } from "../../lib/bank-desk"
import { BANK_GATEWAY, CASH_GATEWAY } from "../../lib/gateway"
import { toMajorUnits } from "../../lib/money"
import { BANK_TRANSFER_MODULE } from "../../modules/bank-transfer"
import type BankTransferModuleService from "../../modules/bank-transfer/service"
import type { BankRefundRecord, BankTransferRecord, TransferFilters } from "../../modules/bank-transfer/types"
import { GATEWAY_MODULE } from "../../modules/gateway"
import type GatewayModuleService from "../../modules/gateway/service"
import { refundAccountView } from "../payment/refund-account-view"

type Page = { limit: number; offset: number }

export const transferView = (record: BankTransferRecord) => ({
  id: record.id,
  bank_reference: record.bank_reference,
  reference: record.reference,
  narration: record.narration,
  amount: toMajorUnits(record.amount_minor, record.currency_code),
  currency_code: record.currency_code,
  received_at: record.received_at,
  recorded_by: record.recorded_by,
  created_at: record.created_at,
})

export const bankRefundView = (record: BankRefundRecord) => ({
  id: record.id,
  reference: record.reference,
  amount: toMajorUnits(record.amount_minor, record.currency_code),
  currency_code: record.currency_code,
  state: record.state,
  note: record.note,
  marked_by: record.marked_by,
  marked_at: record.marked_at,
  created_at: record.created_at,
})

export async function listTransfers(
  container: MedusaContainer,
  { limit, offset, ...filters }: Page & TransferFilters
) {
  const { transfers, count } = await container
    .resolve<BankTransferModuleService>(BANK_TRANSFER_MODULE)
    .pageOfTransfers(filters, { take: limit, skip: offset })

  return { bank_transfers: transfers.map(transferView), count, offset, limit }
}

/** With the account that the buyer has named for each, if one has: where to send it is told by `/admin/refunds/:id/account`. */
export async function listBankRefunds(
  container: MedusaContainer,
  { limit, offset, state }: Page & { state?: BankRefundState }
) {
  const { refunds, count } = await container
    .resolve<BankTransferModuleService>(BANK_TRANSFER_MODULE)
    .pageOfRefunds(state, { take: limit, skip: offset })
  const named = await accountsFor(container, refunds)

  return {
    bank_refunds: refunds.map((refund) => ({ ...bankRefundView(refund), ...named(refund.id) })),
    count,
    offset,
    limit,
  }
}

async function accountsFor(container: MedusaContainer, tasks: BankRefundRecord[]) {
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const attempts = await gateway.listGatewayRefunds(
    { gateway: [BANK_GATEWAY, CASH_GATEWAY], gateway_refund_id: tasks.map(({ id }) => id) },
    { take: tasks.length, select: ["id", "gateway_refund_id"] }
  )
  const accounts = await gateway.refundAccountsOf(attempts.map(({ id }) => id))

  return (taskId: string) => {
    const refund_id = attempts.find(({ gateway_refund_id }) => gateway_refund_id === taskId)?.id ?? null
    const account = accounts.find((each) => each.refund_id === refund_id)

    return { refund_id, account: account ? refundAccountView(account) : null }
  }
}
