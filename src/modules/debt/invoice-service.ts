import type { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { boundVendor } from "../../lib/vendor-scope"
import { type CoveredBy, isOpen, leftOf, stateWith } from "./domain/invoice"
import * as rows from "./invoice-rows"
import { Debt } from "./models/debt"
import { DebtInvoice } from "./models/debt-invoice"
import { WriteOff } from "./models/write-off"
import type {
  InvoicedDebt,
  InvoiceFilters,
  InvoiceRecord,
  IssueInvoiceInput,
  OfShop,
  Standing,
} from "./types"

/** What the books say, in the transaction that they are given: nobody else changes what is owed until it ends. */
export type DebtBooks = {
  standing: (of: OfShop & { from_seq: string }, context: Context) => Promise<Standing>
  debt: (of: OfShop, context: Context) => Promise<InvoicedDebt>
}

type Standings = Pick<DebtBooks, "standing">

/** Invoices of debts. What is left of one is asked of the books each time, and only how it ended is kept. */
export class InvoiceService extends MedusaService({ Debt, DebtInvoice, WriteOff }) {
  /** The shop's open invoice, or a new one of all that it owes; null when it owes nothing. */
  @InjectTransactionManager()
  async issueInvoice(
    input: IssueInvoiceInput,
    books: DebtBooks,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ invoice: InvoiceRecord; is_new: boolean } | null> {
    const before = await this.followInvoice({ ...input, by: "netting" }, books, sharedContext)
    if (before && isOpen(before.state)) {
      return { invoice: before, is_new: false }
    }
    const debt = await books.debt(input, sharedContext)

    return debt.owed_minor > 0n
      ? { invoice: await rows.insertInvoice(sharedContext, input, debt), is_new: true }
      : null
  }

  /** Brings the open invoice up to what the books say has come in, and answers it as it is then; null when there is none. */
  @InjectTransactionManager()
  async followInvoice(
    { by, ...of }: OfShop & { by: CoveredBy },
    books: Standings,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<InvoiceRecord | null> {
    await rows.lockInvoices(sharedContext, of)
    const invoice = await rows.findOpen(sharedContext, of)
    if (!invoice) {
      return null
    }
    const { vendor_id, currency_code, from_seq } = invoice
    const standing = await books.standing({ vendor_id, currency_code, from_seq }, sharedContext)
    const to = stateWith(invoice, leftOf(invoice, standing), by)

    return to === invoice.state ? invoice : rows.moveInvoice(sharedContext, { id: invoice.id, to })
  }

  /** Books a payment and what it does to the open invoice, or neither. What sales have covered before is none of its. */
  @InjectTransactionManager()
  async payDebt<Outcome extends { is_paid: boolean }>(
    of: OfShop & { pay: (invoice: InvoiceRecord | null, context: Context) => Promise<Outcome> },
    books: Standings,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ outcome: Outcome; invoice: InvoiceRecord | null }> {
    const before = await this.followInvoice({ ...of, by: "netting" }, books, sharedContext)
    const open = before && isOpen(before.state) ? before : null
    const outcome = await of.pay(open, sharedContext)
    const invoice = outcome.is_paid
      ? await this.followInvoice({ ...of, by: "payment" }, books, sharedContext)
      : open

    return { outcome, invoice }
  }

  /** Takes an open invoice back; what is owed stays owed. Null when it has ended. */
  @InjectManager()
  async cancelInvoice(
    { id, by, reason }: { id: string; by: string; reason: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<InvoiceRecord | null> {
    return rows.moveInvoice(sharedContext, { id, to: "canceled", canceled: { by, reason } })
  }

  @InjectManager()
  async findInvoice(id: string, @MedusaContext() sharedContext: Context = {}): Promise<InvoiceRecord | null> {
    return rows.findInvoice(sharedContext, { id })
  }

  @InjectManager()
  async findInvoiceOfVendor(
    { id, vendor_id }: { id: string; vendor_id: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<InvoiceRecord | null> {
    return rows.findInvoice(sharedContext, { id, vendor_id: boundVendor(vendor_id) })
  }

  /** Of all shops unless one is named: for staff. */
  @InjectManager()
  async pageOfInvoices(
    filters: InvoiceFilters,
    page: { take: number; skip: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ invoices: InvoiceRecord[]; count: number }> {
    return rows.pageOfInvoices(sharedContext, filters, page)
  }

  @InjectManager()
  async pageOfVendorsInvoices(
    { vendor_id, ...filters }: InvoiceFilters & { vendor_id: string },
    page: { take: number; skip: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ invoices: InvoiceRecord[]; count: number }> {
    return rows.pageOfInvoices(sharedContext, { ...filters, vendor_id: boundVendor(vendor_id) }, page)
  }

  /** Open invoices, page by page; `after` is the id of the last one. */
  @InjectManager()
  async openInvoicesAfter(
    page: { after: string; take: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<(OfShop & { id: string })[]> {
    return rows.openAfter(sharedContext, page)
  }

  @InjectManager()
  async openInvoicesOf(
    vendorIds: string[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<InvoiceRecord[]> {
    return rows.openOf(sharedContext, vendorIds)
  }
}
