import type { BankLine } from "./bank-line"
import { entry, type LedgerEntryInput } from "./entry"

export type DebtPaidInput = {
  vendor_id: string
  currency_code: string
  amount_minor: bigint
  /** The bank's name for the transfer. A line of the statement is of one payment, whoever made it. */
  reference: string
  /** The open invoice at that time. */
  invoice_id: string | null
  occurred_at: Date
}

const debtPaidKey = ({ reference }: Pick<DebtPaidInput, "reference">) => `debt-paid:${reference}`

export const lineOfDebtPaid = (input: DebtPaidInput): BankLine => ({
  reference: input.reference,
  booked_as: "debt_paid",
  record_id: input.vendor_id,
  entry_key: debtPaidKey(input),
})

/**
 * A vendor has paid into the platform's bank what it owes.
 * @throws RangeError for nothing, or less
 */
export function buildDebtPaid(input: DebtPaidInput): LedgerEntryInput {
  const { vendor_id, currency_code, amount_minor, reference, invoice_id, occurred_at } = input
  if (amount_minor <= 0n) {
    throw new RangeError(`Payment ${reference} of a debt is of ${amount_minor}`)
  }

  return entry({
    kind: "debt_paid",
    idempotency_key: debtPaidKey(input),
    currency_code,
    occurred_at,
    reference: { bank_reference: reference, ...(invoice_id ? { debt_invoice_id: invoice_id } : {}) },
    postings: [
      { account: { type: "platform_bank", currency_code }, amount_minor },
      {
        account: { type: "vendor_available", owner: vendor_id, currency_code },
        amount_minor: -amount_minor,
      },
    ],
  })
}
