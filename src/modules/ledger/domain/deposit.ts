import type { AccountRef } from "./account"
import type { BankLine } from "./bank-line"
import { entry, type LedgerEntryInput } from "./entry"

/** What happens to the deposit of a vendor: it arrives, covers what the vendor owes, or goes back. */
export const DEPOSIT_MOVES = ["received", "used", "returned"] as const

export type DepositMove = (typeof DEPOSIT_MOVES)[number]

export type DepositInput = {
  move: DepositMove
  vendor_id: string
  currency_code: string
  amount_minor: bigint
  /** As the bank statement, or whoever decided, names it: one movement of the vendor's has it, for ever. */
  reference: string
  occurred_at: Date
}

const KINDS = { received: "deposit", used: "deposit_used", returned: "deposit_returned" } as const

const depositKey = ({ vendor_id, reference }: Pick<DepositInput, "vendor_id" | "reference">) =>
  `deposit:${vendor_id}:${reference}`

/**
 * A deposit is the vendor's own money in the platform's bank. It is never paid out with sales: it stands against what
 * gateways pay to the vendor by themselves, until it covers a debt or goes back.
 * @throws RangeError for nothing, or less
 */
export function buildDeposit(input: DepositInput): LedgerEntryInput {
  const { move, vendor_id: owner, currency_code, amount_minor, reference, occurred_at } = input
  if (amount_minor <= 0n) {
    throw new RangeError(`Deposit ${reference} is of ${amount_minor}`)
  }
  const bank: AccountRef = { type: "platform_bank", currency_code }
  const deposit: AccountRef = { type: "vendor_deposit", owner, currency_code }
  const available: AccountRef = { type: "vendor_available", owner, currency_code }
  const [debit, credit] = {
    received: [bank, deposit] as const,
    used: [deposit, available] as const,
    returned: [deposit, bank] as const,
  }[move]

  return entry({
    kind: KINDS[move],
    idempotency_key: depositKey(input),
    currency_code,
    occurred_at,
    reference: { deposit_reference: reference },
    postings: [
      { account: debit, amount_minor },
      { account: credit, amount_minor: -amount_minor },
    ],
  })
}

/** The line of the bank's statement that a deposit is; null for what does not come in. */
export const lineOfDeposit = (input: DepositInput): BankLine | null =>
  input.move === "received"
    ? {
        reference: input.reference,
        booked_as: "deposit",
        record_id: input.vendor_id,
        entry_key: depositKey(input),
      }
    : null

/** By how much a deposit grows. */
export const depositedBy = ({ move, amount_minor }: Pick<DepositInput, "move" | "amount_minor">): bigint =>
  move === "received" ? amount_minor : -amount_minor

/** What may be moved of a deposit: of what lies there, and to cover a debt no more than is owed. Any amount may arrive. */
export function isMovable(
  { move, amount_minor }: Pick<DepositInput, "move" | "amount_minor">,
  { deposited_minor, owed_minor }: { deposited_minor: bigint; owed_minor: bigint }
): boolean {
  return (
    move === "received" ||
    (amount_minor <= deposited_minor && (move === "returned" || amount_minor <= owed_minor))
  )
}
