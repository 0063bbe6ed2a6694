import type { GatewayTransaction } from "../../lib/gateway"
import { buildReceipt } from "../../modules/ledger/domain/receipt"
import type { LedgerEntryInput } from "../../modules/ledger/types"

/**
 * What came in, by the row that was frozen when it did. A gateway that tells another fee later must not make another entry
 * of it: that difference is a line of the reconciliation.
 */
export const receiptOf = (transaction: GatewayTransaction): LedgerEntryInput =>
  buildReceipt({
    gateway: transaction.gateway,
    reference: transaction.reference,
    amount_minor: transaction.paid_minor ?? 0n,
    fee_minor: transaction.fee_minor ?? 0n,
    currency_code: transaction.paid_currency_code ?? transaction.currency_code,
    occurred_at: transaction.paid_at ?? new Date(),
  })
