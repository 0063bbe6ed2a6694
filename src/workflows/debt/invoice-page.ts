import { day, escaped, printed, printedPage, rowsIn, table } from "../../lib/printed-page"
import type { InvoiceState } from "../../modules/debt/domain/invoice"
import type { OwedFor } from "../../modules/ledger/domain/why-owed"
import type { InvoicePayment, InvoiceView } from "./invoice-view"
import type { BankAccount } from "./pay-to"

/** What a reason of a debt is called on paper. */
const REASONS: Record<string, string> = {
  refunds: "Refunds to buyers after the money had been released",
  disputes: "Held for disputes",
  fees: "Fees of payment gateways",
  cash_sales: "Commission on orders that were paid at the door",
  cash: "Cash collected at the door and kept",
  receivable: "Given back to buyers of what a gateway had paid to the shop",
  earlier: "Owed before",
  other: "Corrections",
  payouts: "Payouts, and payouts that came back",
  sales: "Sales released since",
  refusal_costs: "Paid by the platform for refused parcels",
  paid: "Paid by the shop",
  written_off: "Given up by the platform",
  available: "What the shop had to its credit",
} satisfies Record<OwedFor, string>

const STATES: Record<string, string> = {
  open: "to be paid",
  part_paid: "paid in part",
  paid: "paid",
  netted: "covered by sales",
  canceled: "taken back: nothing is to be paid on it",
  written_off: "given up: nothing is to be paid on it",
} satisfies Record<InvoiceState, string>

/**
 * An invoice as a page to print. It is called a debit note: it tells a shop that its account stands in debit and asks for the
 * money, and sells nothing, so no tax is on it. All text that people wrote is escaped.
 */
export function invoicePage(
  invoice: InvoiceView & { payments: InvoicePayment[] },
  pay_to: BankAccount | null
): string {
  const { number, currency_code, amount, left, issued_at, due_at } = invoice
  const code = currency_code.toUpperCase()
  const row = rowsIn(currency_code)
  const parts = invoice.parts.map((part) => row([REASONS[part.owed_for] ?? part.owed_for, part.amount]))
  const payments = invoice.payments.map((paid) =>
    row([`${day(paid.received_at)}, ${paid.reference}`, paid.amount])
  )

  return printedPage(
    `Debit note ${number}`,
    `<h1>Debit note ${escaped(number)}</h1>
<p>${[invoice.shop_name, ...invoice.address_lines].map(escaped).join("<br>")}</p>
<p>Issued ${day(issued_at)}, to be paid by ${day(due_at)} (UTC). It is ${STATES[invoice.state] ?? escaped(invoice.state)}.</p>
<p>It asks for what the shop owes the marketplace. It is no invoice of a sale, and there is no tax on it.</p>
<h2>Owed in ${code}${invoice.owed_since ? `, since ${day(invoice.owed_since)}` : ""}</h2>
${table(["", "Amount"], [...parts, row(["To be paid", amount], true)])}
${payments.length ? `<h2>Paid by the shop</h2>${table(["", "Amount"], payments)}` : ""}
<h2>Left now: ${printed(left, currency_code)} ${code}</h2>
<p>What later sales of the shop brought is taken off.</p>
${pay_to && left !== "0" ? payToPart(pay_to, number) : ""}`
  )
}

const payToPart = ({ bank_name, account_name, account_number }: BankAccount, number: string) =>
  `<p>Pay to ${escaped(account_name)}, ${escaped(bank_name)}, account ${escaped(account_number)}, and write ${escaped(number)} on the transfer.</p>`
