/** What a line of the bank's statement on which money came in is booked as. */
export type BankLine = {
  /** The bank's own name for the line; in which case it is written makes no difference. */
  reference: string
  booked_as: "deposit" | "debt_paid" | "bank_transfer"
  /** The vendor that has paid it, or the record of a buyer's transfer. */
  record_id: string
  /** Null for a buyer's transfer, which has an entry once it is known what it is for. */
  entry_key: string | null
}
