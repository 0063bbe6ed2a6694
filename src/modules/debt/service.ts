import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { type DebtBooks, InvoiceService } from "./invoice-service"
import * as rows from "./rows"
import type { DebtRecord, RequestWriteOffInput, WriteOffRecord } from "./types"

export type WriteOffBooks = Pick<DebtBooks, "standing"> & {
  /** Posts the entry of a write-off in the transaction that it is given. @throws when less is owed by now */
  post: (writeOff: WriteOffRecord, context: Context) => Promise<void>
}

class DebtModuleService extends InvoiceService {
  /** Null when the shop has an open one in the currency. */
  @InjectManager()
  async requestWriteOff(
    input: RequestWriteOffInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<WriteOffRecord | null> {
    return rows.insertWriteOff(sharedContext, input)
  }

  @InjectManager()
  async findWriteOff(
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<WriteOffRecord | null> {
    return rows.findWriteOff(sharedContext, id)
  }

  /** Approves it, books it and ends the shop's open invoice, or does nothing of it; null when it is decided, or when it was the approver who asked. */
  @InjectTransactionManager()
  async approveWriteOff(
    { id, by }: { id: string; by: string },
    books: WriteOffBooks,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<WriteOffRecord | null> {
    const approved = await rows.decideWriteOff(sharedContext, { id, to: "approved", by })
    if (approved) {
      await this.followInvoice({ ...approved, by: "netting" }, books, sharedContext)
      await books.post(approved, sharedContext)
      await this.followInvoice({ ...approved, by: "write_off" }, books, sharedContext)
    }

    return approved
  }

  @InjectManager()
  async rejectWriteOff(
    { id, by }: { id: string; by: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<WriteOffRecord | null> {
    return rows.decideWriteOff(sharedContext, { id, to: "rejected", by })
  }

  @InjectManager()
  async pageOfWriteOffs(
    page: { take: number; skip: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ write_offs: WriteOffRecord[]; count: number }> {
    return rows.pageOfWriteOffs(sharedContext, page)
  }

  /** Notes that a shop owes something now, or still does. */
  @InjectManager()
  async seeDebt(
    debt: { vendor_id: string; currency_code: string; now: Date },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<DebtRecord> {
    return rows.seeDebt(sharedContext, debt)
  }

  @InjectManager()
  async noteReminder(
    debt: { vendor_id: string; currency_code: string; now: Date },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await rows.noteReminder(sharedContext, debt)
  }

  /** Forgets the debts that a run over all of them has not seen. */
  @InjectManager()
  async forgetUnseen(seenBefore: Date, @MedusaContext() sharedContext: Context = {}): Promise<void> {
    await rows.forgetUnseen(sharedContext, seenBefore)
  }
}

export default DebtModuleService
