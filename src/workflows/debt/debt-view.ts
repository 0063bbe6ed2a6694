import type { MedusaContainer } from "@medusajs/framework/types"
import { toMajorUnits } from "../../lib/money"
import { boundVendor } from "../../lib/vendor-scope"
import { DEBT_MODULE } from "../../modules/debt"
import type DebtModuleService from "../../modules/debt/service"
import type { InvoiceRecord } from "../../modules/debt/types"
import { LEDGER_MODULE } from "../../modules/ledger"
import type LedgerModuleService from "../../modules/ledger/service"
import type { OwingVendor } from "../../modules/ledger/types"
import { nameOfShop } from "../vendor-onboarding/read-onboarding"
import { type InvoiceView, invoiceView } from "./invoice-view"

const ledgerOf = (container: MedusaContainer) => container.resolve<LedgerModuleService>(LEDGER_MODULE)
const debtsOf = (container: MedusaContainer) => container.resolve<DebtModuleService>(DEBT_MODULE)

/** A shop has few currencies. */
const ALL = { take: 100, skip: 0 }

export type DebtView = {
  currency_code: string
  /** In major units; blocks payouts until sales or a payment cover it. */
  owed: string
  since: Date | null
  /** What made the debt, and made it less; adds up to it. */
  parts: { owed_for: string; amount: string }[]
  /** Collected at the door and kept so far: not owed yet. */
  cash_held: string
  invoice: InvoiceView | null
}

/** What one shop owes in each currency, why, and since when; nothing where it owes nothing. */
export async function readDebts(
  container: MedusaContainer,
  vendorId: string
): Promise<{ debts: DebtView[]; count: number }> {
  const vendor_id = boundVendor(vendorId)
  const { owing } = await ledgerOf(container).listOwing({ vendor_id }, ALL)
  const invoices = await debtsOf(container).openInvoicesOf([vendor_id])
  const debts: DebtView[] = []
  for (const { currency_code, cash_minor } of owing) {
    const why = await ledgerOf(container).whyOwed({ vendor_id, currency_code })
    const invoice = invoices.find((each) => each.currency_code === currency_code)
    if (why) {
      debts.push({
        currency_code,
        owed: toMajorUnits(why.owed_minor, currency_code),
        since: why.since,
        parts: why.parts.map(({ owed_for, amount_minor }) => ({
          owed_for,
          amount: toMajorUnits(amount_minor, currency_code),
        })),
        cash_held: toMajorUnits(cash_minor, currency_code),
        invoice: invoice ? await invoiceView(container, invoice) : null,
      })
    }
  }

  return { debts, count: debts.length }
}

/** The same for staff. @throws not found for a shop that there is not */
export async function readDebtsOfShop(container: MedusaContainer, vendor_id: string) {
  await nameOfShop(container, vendor_id)

  return readDebts(container, vendor_id)
}

type ListDebtsInput = { vendor_id?: string; currency_code?: string; limit: number; offset: number }

/** What all shops owe, by shop and currency: for staff. */
export async function listDebts(container: MedusaContainer, query: ListDebtsInput) {
  const { limit, offset, ...filters } = query
  const { owing, count } = await ledgerOf(container).listOwing(filters, { take: limit, skip: offset })
  const vendors = [...new Set(owing.map(({ vendor_id }) => vendor_id))]
  const [invoices, seen] = await Promise.all([
    debtsOf(container).openInvoicesOf(vendors),
    debtsOf(container).listDebts({ vendor_id: vendors }, { take: null }),
  ])

  return {
    debts: owing.map((debt) => ({
      ...row(debt),
      since: seen.find((each) => isSame(each, debt))?.since ?? null,
      invoice: named(invoices.find((each) => isSame(each, debt))),
    })),
    count,
    offset,
    limit,
  }
}

const isSame = (
  left: { vendor_id: string; currency_code: string },
  right: { vendor_id: string; currency_code: string }
) => left.vendor_id === right.vendor_id && left.currency_code === right.currency_code

const row = ({ vendor_id, currency_code, owed_minor, cash_minor }: OwingVendor) => ({
  vendor_id,
  currency_code,
  owed: toMajorUnits(owed_minor, currency_code),
  cash_held: toMajorUnits(cash_minor, currency_code),
})

const named = (invoice: InvoiceRecord | undefined) =>
  invoice ? { id: invoice.id, number: invoice.number, state: invoice.state, due_at: invoice.due_at } : null
