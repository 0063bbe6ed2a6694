import type { MedusaContainer } from "@medusajs/framework/types"
import { LEDGER_MODULE } from "../../modules/ledger"
import { buildPayoutFailed, buildPayoutPaid, buildPayoutReturned } from "../../modules/ledger/domain/payout"
import { buildRelease, buildReserveRelease } from "../../modules/ledger/domain/release"
import type LedgerModuleService from "../../modules/ledger/service"
import type { PayoutBooks, ReleaseBooks } from "../../modules/payout/types"

const BUILDERS = { paid: buildPayoutPaid, failed: buildPayoutFailed, returned: buildPayoutReturned }

/**
 * The books as the payout module asks for them. Each posts in the transaction that it is given, so that an entry and the row
 * that stands for it are both there, or neither.
 */
export function payoutBooks(container: MedusaContainer): PayoutBooks {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)

  return {
    hold: async (payout, context) => (await ledger.hold(payout, context)).is_held,
    post: async (movement, payout, context) => {
      await ledger.post([BUILDERS[movement](payout, payout)], context)
    },
  }
}

export function releaseBooks(container: MedusaContainer): ReleaseBooks {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)

  return {
    pendingOf: (order, context) => ledger.pendingOfOrder(order, context),
    release: async (entry, context) => {
      await ledger.post([buildRelease(entry)], context)
    },
    releaseReserve: async (due, occurred_at, context) => {
      await ledger.post([buildReserveRelease({ ...due, occurred_at })], context)
    },
  }
}
