const DAY_MS = 86_400_000

/** The one table of what may follow what. An invoice ends once, when nothing of it is left or when staff take it back. */
const invoiceTransitions = {
  open: ["part_paid", "paid", "netted", "canceled", "written_off"],
  part_paid: ["paid", "netted", "canceled", "written_off"],
  paid: [],
  netted: [],
  canceled: [],
  written_off: [],
} as const satisfies Record<string, readonly string[]>

export type InvoiceState = keyof typeof invoiceTransitions

export const INVOICE_STATES = Object.keys(invoiceTransitions) as InvoiceState[]

export const canMove = (from: InvoiceState, to: InvoiceState): boolean =>
  (invoiceTransitions[from] as readonly InvoiceState[]).includes(to)

export const isOpen = (state: InvoiceState): boolean => canMove(state, "canceled")

/** From which an invoice gets there. */
export const statesBefore = (to: InvoiceState): InvoiceState[] =>
  INVOICE_STATES.filter((state) => canMove(state, to))

/** What has just come in on a debt: the shop's own payment, later sales and whatever else, or that it was given up. */
export type CoveredBy = "payment" | "netting" | "write_off"

const ENDS = { payment: "paid", netting: "netted", write_off: "written_off" } as const satisfies Record<
  CoveredBy,
  InvoiceState
>

type Invoiced = { state: InvoiceState; amount_minor: bigint; credited_minor: bigint }

/**
 * What is left of an invoice by the books: whatever came in since it was issued covers the oldest debt first, which is the
 * invoice's. `credited_minor` of the books counts from the same place as the invoice's own, so it never falls.
 */
export function leftOf(invoice: Invoiced, { credited_minor }: { credited_minor: bigint }): bigint {
  const left = invoice.amount_minor - (credited_minor - invoice.credited_minor)

  return isOpen(invoice.state) && left > 0n ? left : 0n
}

/** The state in which so much is left of an invoice that is open, and what has just come in is known. */
export function stateWith(invoice: Invoiced, left: bigint, by: CoveredBy): InvoiceState {
  if (left === 0n) {
    return ENDS[by]
  }

  return left < invoice.amount_minor ? "part_paid" : invoice.state
}

/** As people write it: `DN-2026-000123`. Counted by year (UTC), without a gap. */
export const invoiceNumber = (year: number, count: number): string =>
  `DN-${year}-${String(count).padStart(6, "0")}`

export const dueAt = (issued_at: Date, days: number): Date => new Date(issued_at.getTime() + days * DAY_MS)

/** Whether a debt is invoiced by itself: when it is old enough, and nobody has taken an invoice of it back. */
export const isInvoiceDue = (
  debt: { since: Date; canceled_at: Date | null },
  afterDays: number | null,
  now: Date
): boolean =>
  afterDays !== null &&
  now.getTime() - debt.since.getTime() >= afterDays * DAY_MS &&
  (debt.canceled_at === null || debt.canceled_at < debt.since)
