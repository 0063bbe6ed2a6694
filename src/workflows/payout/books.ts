import type { MedusaContainer } from "@medusajs/framework/types"
import { LEDGER_MODULE } from "../../modules/ledger"
import {
  buildPayoutFailed,
  buildPayoutFee,
  buildPayoutFeeReturned,
  buildPayoutPaid,
  buildPayoutReturned,
} from "../../modules/ledger/domain/payout"
import { buildRelease, buildReserveRelease } from "../../modules/ledger/domain/release"
import type LedgerModuleService from "../../modules/ledger/service"
import type { BookedPayout, PayoutBooks, ReleaseBooks } from "../../modules/payout/types"

/** The fee is taken when the vendor has the money, and given back when it comes back: what never arrived costs nothing. */
const BUILDERS = {
  paid: (payout: BookedPayout) => [buildPayoutPaid(payout, payout), ...buildPayoutFee(payout)],
  failed: (payout: BookedPayout) => [buildPayoutFailed(payout)],
  returned: (payout: BookedPayout) => [
    buildPayoutReturned(payout, payout),
    ...buildPayoutFeeReturned(payout),
  ],
}

/**
 * The books as the payout module asks for them. Each posts in the transaction that it is given, so that an entry and the row
 * that stands for it are both there, or neither.
 */
export function payoutBooks(container: MedusaContainer): PayoutBooks {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)

  return {
    hold: async (payout, context) => (await ledger.hold(payout, context)).is_held,
    post: async (movement, payout, context) => {
      await ledger.post(BUILDERS[movement](payout), context)
    },
  }
}

export function releaseBooks(container: MedusaContainer): ReleaseBooks {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)

  return {
    pendingOf: (order, context) => ledger.pendingOfOrder(order, context),
    cashOf: (order, context) => ledger.cashOfOrder(order, context),
    release: async (entry, context) => {
      await ledger.post([buildRelease(entry)], context)
    },
    releaseReserve: async (due, occurred_at, context) => {
      await ledger.post([buildReserveRelease({ ...due, occurred_at })], context)
    },
  }
}
