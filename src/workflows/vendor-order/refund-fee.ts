import type { MedusaContainer } from "@medusajs/framework/types"
import { sumMinor } from "../../lib/money"
import { LEDGER_MODULE } from "../../modules/ledger"
import { receiptKey } from "../../modules/ledger/domain/receipt"
import { feeOfRefund } from "../../modules/ledger/domain/refund-fee"
import type LedgerModuleService from "../../modules/ledger/service"

type Paid = { gateway: string; reference: string; amount_minor: bigint }

/** What the gateway has kept of a payment, as the books know it, as far as it falls on so much of it. */
export async function feeOnRefund(
  container: MedusaContainer,
  { gateway, reference, amount_minor }: Paid
): Promise<bigint> {
  const receipt = await container
    .resolve<LedgerModuleService>(LEDGER_MODULE)
    .entryByKey(receiptKey(gateway, reference))
  const sum = (type: string) =>
    sumMinor(
      (receipt?.postings ?? [])
        .filter(({ account }) => account.type === type)
        .map((posting) => posting.amount_minor)
    )

  return feeOfRefund({ fee_minor: sum("gateway_fees"), paid_minor: -sum("unallocated"), amount_minor })
}
