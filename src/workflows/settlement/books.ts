import type { MedusaContainer } from "@medusajs/framework/types"
import { LEDGER_MODULE } from "../../modules/ledger"
import { buildSettlement } from "../../modules/ledger/domain/settlement"
import { buildTopUp } from "../../modules/ledger/domain/top-up"
import type LedgerModuleService from "../../modules/ledger/service"
import type { SettlementBooks } from "../../modules/settlement/types"

/** The books as the settlement module asks for them, each in the transaction that it is given. */
export function settlementBooks(container: MedusaContainer): SettlementBooks {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)

  return {
    takenBack: (of, context) => ledger.takenBack(of, context),
    settle: async (settlement, context) => {
      const entry = buildSettlement(settlement)
      if (entry.postings.length) {
        await ledger.post([entry], context)
      }
    },
    topUp: async (topUp, context) => {
      await ledger.post([buildTopUp({ ...topUp, occurred_at: topUp.made_at })], context)
    },
  }
}
