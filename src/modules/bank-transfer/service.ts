import type { Context } from "@medusajs/framework/types"
import {
  generateEntityId,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import type { AskBankRefundInput, BankDesk } from "../../lib/bank-desk"
import { BankRefund } from "./models/bank-refund"
import { BankTransfer } from "./models/bank-transfer"
import * as rows from "./rows"
import type {
  BankRefundRecord,
  BankTransferRecord,
  ClaimLine,
  MarkRefundInput,
  Page,
  RecordedTransfer,
  RecordTransferInput,
  TransferFilters,
} from "./types"

class BankTransferModuleService extends MedusaService({ BankTransfer, BankRefund }) implements BankDesk {
  /** Records a line of the bank's statement, once however often it is told, unless `claim` throws. */
  @InjectTransactionManager()
  async recordTransfer(
    input: RecordTransferInput,
    claim: ClaimLine,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<RecordedTransfer> {
    const { bank_reference } = input
    const id = generateEntityId("", "btr")
    const known = await rows.findTransfer(sharedContext, { bank_reference })
    const inserted =
      !known && (await claim(id, sharedContext))
        ? await rows.insertTransfer(sharedContext, { ...input, id })
        : null
    const transfer = inserted ?? known ?? (await rows.findTransfer(sharedContext, { bank_reference }))
    if (!transfer) {
      throw new RangeError(`Line ${input.bank_reference} can neither be written nor found`)
    }
    const isSame =
      transfer.amount_minor === input.amount_minor &&
      transfer.currency_code === input.currency_code &&
      (input.reference === null || transfer.reference === input.reference)

    return { transfer, is_new: inserted !== null, differs: !isSame }
  }

  @InjectManager()
  async findTransfer(
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<BankTransferRecord | null> {
    return rows.findTransfer(sharedContext, { id })
  }

  /** Says which payment a transfer is for, once; null when that is known already. */
  @InjectManager()
  async matchTransfer(
    match: { id: string; reference: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<BankTransferRecord | null> {
    return rows.setReference(sharedContext, match)
  }

  @InjectManager()
  async receiptsOf(
    reference: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<BankTransferRecord[]> {
    return rows.transfersOf(sharedContext, reference)
  }

  @InjectManager()
  async pageOfTransfers(
    filters: TransferFilters,
    page: Page,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ transfers: BankTransferRecord[]; count: number }> {
    return rows.pageOfTransfers(sharedContext, filters, page)
  }

  /** A task for a person, the same one however often it is asked for. @throws RangeError when the key is another refund's */
  @InjectTransactionManager()
  async askRefund(
    input: AskBankRefundInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<BankRefundRecord> {
    await rows.insertRefund(sharedContext, input)
    const refund = await rows.findRefund(sharedContext, { key: input.key })
    if (refund?.amount_minor !== input.amount_minor || refund.reference !== input.reference) {
      throw new RangeError(`Key ${input.key} stands for another refund`)
    }

    return refund
  }

  @InjectManager()
  async findRefund(
    key: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<BankRefundRecord | null> {
    return rows.findRefund(sharedContext, { key })
  }

  @InjectManager()
  async findRefundById(
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<BankRefundRecord | null> {
    return rows.findRefund(sharedContext, { id })
  }

  /** Notes how a refund ended, once; null when somebody has done so already. */
  @InjectManager()
  async markRefund(
    input: MarkRefundInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<BankRefundRecord | null> {
    return rows.markRefund(sharedContext, input)
  }

  @InjectManager()
  async pageOfRefunds(
    state: string | undefined,
    page: Page,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ refunds: BankRefundRecord[]; count: number }> {
    return rows.pageOfRefunds(sharedContext, state, page)
  }
}

export default BankTransferModuleService
