import type { MedusaContainer } from "@medusajs/framework/types"
import { LEDGER_MODULE } from "../../modules/ledger"
import type LedgerModuleService from "../../modules/ledger/service"

const PAGE = 500

/**
 * What vendors owe apart from their other money is taken from what is available: the next sales cover it, or it is dunned as
 * every debt is.
 */
export async function takeReceivables(container: MedusaContainer): Promise<void> {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  for (let skip = 0; ; skip += PAGE) {
    const { balances } = await ledger.listBalances({ type: "vendor_receivable" }, { take: PAGE, skip })
    for (const { owner, currency_code } of balances.filter(({ balance_minor }) => balance_minor !== 0n)) {
      await ledger.takeReceivable({ vendor_id: owner ?? "", currency_code })
    }
    if (balances.length < PAGE) {
      return
    }
  }
}
