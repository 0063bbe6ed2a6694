import type { MedusaContainer } from "@medusajs/framework/types"
import { LEDGER_MODULE } from "../../modules/ledger"
import { buildReversal } from "../../modules/ledger/domain/reversal"
import { saleKey } from "../../modules/ledger/domain/sale"
import type LedgerModuleService from "../../modules/ledger/service"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type VendorOrderModuleService from "../../modules/vendor-order/service"

/** Takes an order's vendor orders back and reverses its sale in the books. Safe to run again. */
export async function undoPartition(container: MedusaContainer, orderId: string): Promise<void> {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  const sale = await ledger.entryByKey(saleKey(orderId))
  if (sale) {
    await ledger.post([buildReversal(sale, new Date())])
  }
  await container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE).removePartitionOf(orderId)
}
