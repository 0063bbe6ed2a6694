import { AbstractPayoutRail, type Transfer } from "../../lib/payout-rail"

const WAITING: Transfer = {
  state: "pending",
  rail_id: null,
  amount_minor: null,
  currency_code: null,
  reason: null,
}

/**
 * People pay from the platform's bank: what is sent waits for a file (`POST /admin/payouts/bank-file`), which staff hand to
 * the bank, and until they mark it as paid. Every currency will do.
 */
export class ManualPayoutRail extends AbstractPayoutRail {
  static override identifier = "manual"

  readonly pays_from_bank = true
  readonly is_manual = true

  supports(): boolean {
    return true
  }

  async send(): Promise<Transfer> {
    return WAITING
  }

  /** Nobody but the bank knows. */
  async find(): Promise<Transfer> {
    return WAITING
  }
}
