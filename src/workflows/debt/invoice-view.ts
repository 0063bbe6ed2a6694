import type { MedusaContainer } from "@medusajs/framework/types"
import { ErrorCode, notFound } from "../../lib/errors"
import { toMajorUnits } from "../../lib/money"
import { DEBT_MODULE } from "../../modules/debt"
import { isOpen, leftOf } from "../../modules/debt/domain/invoice"
import type DebtModuleService from "../../modules/debt/service"
import type { InvoiceFilters, InvoiceRecord } from "../../modules/debt/types"
import { LEDGER_MODULE } from "../../modules/ledger"
import type LedgerModuleService from "../../modules/ledger/service"

export type InvoiceView = {
  id: string
  number: string
  vendor_id: string
  currency_code: string
  /** In major units, as issued. */
  amount: string
  /** What is left of it by the books, right now. */
  left: string
  state: string
  is_overdue: boolean
  /** What made the debt; the amounts add up to `amount`. */
  parts: { owed_for: string; amount: string }[]
  owed_since: Date | null
  shop_name: string
  address_lines: string[]
  issued_at: Date
  due_at: Date
  closed_at: Date | null
  canceled_reason: string | null
}

/** As the books say it now. */
export async function invoiceView(container: MedusaContainer, invoice: InvoiceRecord): Promise<InvoiceView> {
  const { currency_code, vendor_id, from_seq } = invoice
  const left = isOpen(invoice.state)
    ? leftOf(
        invoice,
        await container
          .resolve<LedgerModuleService>(LEDGER_MODULE)
          .standingOf({ vendor_id, currency_code, from_seq })
      )
    : 0n

  return {
    id: invoice.id,
    number: invoice.number,
    vendor_id,
    currency_code,
    amount: toMajorUnits(invoice.amount_minor, currency_code),
    left: toMajorUnits(left, currency_code),
    state: invoice.state,
    is_overdue: left > 0n && invoice.due_at.getTime() < Date.now(),
    parts: invoice.parts.map(({ owed_for, amount_minor }) => ({
      owed_for,
      amount: toMajorUnits(amount_minor, currency_code),
    })),
    owed_since: invoice.owed_since,
    shop_name: invoice.shop_name,
    address_lines: invoice.address_lines,
    issued_at: invoice.issued_at,
    due_at: invoice.due_at,
    closed_at: invoice.closed_at,
    canceled_reason: invoice.canceled_reason,
  }
}

type Page = { limit: number; offset: number }

const pageView = async (
  container: MedusaContainer,
  { invoices, count }: { invoices: InvoiceRecord[]; count: number },
  { limit, offset }: Page
) => {
  const views: InvoiceView[] = []
  for (const invoice of invoices) {
    views.push(await invoiceView(container, invoice))
  }

  return { invoices: views, count, offset, limit }
}

/** Of all shops, for staff. */
export async function listInvoices(
  container: MedusaContainer,
  { limit, offset, ...filters }: InvoiceFilters & Page
) {
  const page = await container
    .resolve<DebtModuleService>(DEBT_MODULE)
    .pageOfInvoices(filters, { take: limit, skip: offset })

  return pageView(container, page, { limit, offset })
}

export async function listInvoicesOfVendor(
  container: MedusaContainer,
  { limit, offset, ...filters }: InvoiceFilters & Page & { vendor_id: string }
) {
  const page = await container
    .resolve<DebtModuleService>(DEBT_MODULE)
    .pageOfVendorsInvoices(filters, { take: limit, skip: offset })

  return pageView(container, page, { limit, offset })
}

/** One with what was paid of it; of one shop where that is named. @throws not found, for another shop's too */
export async function retrieveInvoice(
  container: MedusaContainer,
  { id, vendor_id }: { id: string; vendor_id?: string }
): Promise<InvoiceView & { payments: InvoicePayment[] }> {
  const debts = container.resolve<DebtModuleService>(DEBT_MODULE)
  const invoice = await (vendor_id ? debts.findInvoiceOfVendor({ id, vendor_id }) : debts.findInvoice(id))
  if (!invoice) {
    throw notFound(ErrorCode.DEBT_INVOICE_NOT_FOUND, `Invoice ${id} was not found.`)
  }

  return { ...(await invoiceView(container, invoice)), payments: await paymentsOf(container, invoice) }
}

export type InvoicePayment = { reference: string; amount: string; received_at: Date }

const MOST_PAYMENTS = 100

/** Payments of the shop's while this was its open invoice, the first one first. */
async function paymentsOf(
  container: MedusaContainer,
  { id, vendor_id, currency_code, issued_at }: InvoiceRecord
): Promise<InvoicePayment[]> {
  const { lines } = await container
    .resolve<LedgerModuleService>(LEDGER_MODULE)
    .listLinesOfVendor(
      { vendor_id, currency_code, kind: "debt_paid", posted_from: issued_at },
      { take: MOST_PAYMENTS, skip: 0, is_ascending: true }
    )

  return lines
    .filter(({ reference }) => reference.debt_invoice_id === id)
    .map(({ reference, amount_minor, occurred_at }) => ({
      reference: reference.bank_reference ?? "",
      amount: toMajorUnits(-amount_minor, currency_code),
      received_at: occurred_at,
    }))
}
