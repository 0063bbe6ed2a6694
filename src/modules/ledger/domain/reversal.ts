import { entry, type LedgerEntryInput } from "./entry"

/** A correction is an entry of its own that undoes another, posting by posting; it can be made once. */
export function buildReversal(
  original: LedgerEntryInput & { id: string },
  occurred_at: Date
): LedgerEntryInput {
  return entry({
    kind: "reversal",
    idempotency_key: `reversal:${original.idempotency_key}`,
    currency_code: original.currency_code,
    occurred_at,
    reference: original.reference,
    reverses_id: original.id,
    postings: original.postings.map(({ account, amount_minor }) => ({
      account,
      amount_minor: -amount_minor,
    })),
  })
}
