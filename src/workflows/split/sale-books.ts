import type { MedusaContainer } from "@medusajs/framework/types"
import type { GatewayTransaction } from "../../lib/gateway"
import { LEDGER_MODULE } from "../../modules/ledger"
import { buildReversal } from "../../modules/ledger/domain/reversal"
import { saleKey } from "../../modules/ledger/domain/sale"
import { buildSplit, splitKey } from "../../modules/ledger/domain/split"
import type LedgerModuleService from "../../modules/ledger/service"
import type { LedgerEntryInput, PostResult } from "../../modules/ledger/types"
import { SPLIT_MODULE } from "../../modules/split"
import type SplitModuleService from "../../modules/split/service"
import type { SplitPayment } from "../../modules/split/types"

const splitsOf = (container: MedusaContainer) => container.resolve<SplitModuleService>(SPLIT_MODULE)
const ledgerOf = (container: MedusaContainer) => container.resolve<LedgerModuleService>(LEDGER_MODULE)

export const splitPaymentOf = (transaction: GatewayTransaction): SplitPayment => ({
  gateway: transaction.gateway,
  reference: transaction.reference,
  currency_code: transaction.currency_code,
  paid_at: transaction.paid_at ?? transaction.created_at,
  split: transaction.split,
})

/**
 * Posts a sale together with what its vendors get from the gateway: never for a moment do the books hold that money for a
 * payout.
 */
export async function postSplitSale(
  container: MedusaContainer,
  { order_id, transaction }: { order_id: string; transaction: GatewayTransaction },
  entries: LedgerEntryInput[]
): Promise<PostResult[]> {
  let results: PostResult[] = []
  await splitsOf(container).sell(
    { order_id, payment: splitPaymentOf(transaction) },
    async (shares, context) => {
      const occurred_at = new Date()
      const splits = shares.map(({ sold_minor, ...share }) =>
        buildSplit({ ...share, order_id, share_minor: sold_minor, occurred_at })
      )
      results = await ledgerOf(container).post([...entries, ...splits], context)
    }
  )

  return results
}

/** The order could not be made: its sale is taken back, and its shares are nobody's again. */
export async function takeBackSale(container: MedusaContainer, orderId: string): Promise<void> {
  const ledger = ledgerOf(container)
  await splitsOf(container).unsell(orderId, async (shares, context) => {
    const keys = [saleKey(orderId), ...shares.map(({ vendor_id }) => splitKey(orderId, vendor_id))]
    const posted = []
    for (const key of keys) {
      posted.push(await ledger.entryByKey(key, context))
    }
    await ledger.post(
      posted.flatMap((entry) => (entry ? [buildReversal(entry, new Date())] : [])),
      context
    )
  })
}
