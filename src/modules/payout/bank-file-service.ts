import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { unmarkedFiles, waitingForBank } from "./bank-file-rows"
import { PAYOUT_RAILS } from "./loaders/rails"
import { NotTakenService } from "./not-taken-service"
import * as payouts from "./payout-rows"
import { RailDesk } from "./rail-desk"
import type { PayoutRails, PayoutRecord, UnmarkedFile, WaitingForBank } from "./types"

/** What people pay at the bank, by a file that they hand to it. */
export class BankFileService extends NotTakenService {
  protected readonly rails: RailDesk

  constructor(container: Record<string, unknown>) {
    super(container)
    // Registered by this module's own loader, which runs before the service is built.
    this.rails = new RailDesk(container[PAYOUT_RAILS] as PayoutRails)
  }

  isManual(rail: string): boolean {
    return this.rails.isManual(rail)
  }

  isSetUp(rail: string): boolean {
    return this.rails.has(rail)
  }

  manualRails(): string[] {
    return this.rails.names((rail) => rail.is_manual)
  }

  /** What is in no file yet, by currency. */
  @InjectManager()
  async waitingForBank(@MedusaContext() sharedContext: Context = {}): Promise<WaitingForBank[]> {
    return waitingForBank(sharedContext, this.manualRails())
  }

  /** Files that nobody has marked since before that time. */
  @InjectManager()
  async unmarkedFiles(
    takenBefore: Date,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<UnmarkedFile[]> {
    return unmarkedFiles(sharedContext, { rails: this.manualRails(), taken_before: takenBefore })
  }

  /** Puts payouts that people carry out into a file, and answers what of it nobody has marked, the same however often. */
  @InjectTransactionManager()
  async takeBatch(
    input: { batch: string; currency_code: string; fill_with: string[] },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<PayoutRecord[]> {
    await payouts.fillBatch(sharedContext, { ...input, rails: this.manualRails() })

    return payouts.findBatch(sharedContext, input)
  }
}
