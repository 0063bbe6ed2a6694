import type { ENTRY_KINDS } from "../../../lib/ledger-names"
import { sumMinor } from "../../../lib/money"
import type { AccountRef } from "./account"

export type EntryKind = (typeof ENTRY_KINDS)[number]

/** Debit is positive, credit negative, in minor units of the entry's currency. */
export type PostingInput = { account: AccountRef; amount_minor: bigint }

export type LedgerEntryInput = {
  kind: EntryKind
  /** Unique for ever: posting the same movement again finds it posted. */
  idempotency_key: string
  currency_code: string
  occurred_at: Date
  /** Ids that lead from the entry to what caused it. */
  reference: Record<string, string>
  reverses_id?: string
  postings: PostingInput[]
}

/** An entry without empty postings. @throws RangeError when the postings do not sum to zero in one currency */
export function entry(input: LedgerEntryInput): LedgerEntryInput {
  const postings = input.postings.filter((posting) => posting.amount_minor !== 0n)
  const sum = sumMinor(postings.map((posting) => posting.amount_minor))
  if (sum !== 0n) {
    throw new RangeError(`Entry ${input.idempotency_key} does not balance: its postings sum to ${sum}`)
  }
  if (postings.some((posting) => posting.account.currency_code !== input.currency_code)) {
    throw new RangeError(`Entry ${input.idempotency_key} mixes currencies`)
  }

  return { ...input, postings }
}
