import type { MedusaContainer } from "@medusajs/framework/types"
import type { DebtBooks } from "../../modules/debt/invoice-service"
import { LEDGER_MODULE } from "../../modules/ledger"
import type LedgerModuleService from "../../modules/ledger/service"

/** What the books say of a debt, in the transaction of the row that it is written into. */
export function debtBooks(container: MedusaContainer): DebtBooks {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)

  return {
    standing: ({ vendor_id, currency_code, from_seq }, context) =>
      ledger.lockOwed({ vendor_id, currency_code, from_seq }, context),
    debt: async ({ vendor_id, currency_code }, context) => {
      const { since, ...debt } = await ledger.lockDebt({ vendor_id, currency_code }, context)

      return { ...debt, owed_since: since }
    },
  }
}
