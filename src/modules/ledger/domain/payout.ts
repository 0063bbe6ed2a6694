import type { AccountRef } from "./account"
import { type EntryKind, entry, type LedgerEntryInput } from "./entry"

export type PayoutEntryInput = {
  payout_id: string
  vendor_id: string
  /** What leaves the vendor's money. */
  amount_minor: bigint
  /** The part of it that the platform keeps when the vendor has the rest. */
  fee_minor: bigint
  currency_code: string
  occurred_at: Date
}

/** Where the money of a payout lies before it leaves: at a gateway, or in the platform's bank. */
export type PayoutSource = { rail: string; is_bank: boolean }

export const payoutKey = (payoutId: string) => `payout:${payoutId}`

/** The hold: made together with the payout's row, before any rail hears of it. */
export const buildPayout = (input: PayoutEntryInput): LedgerEntryInput =>
  moved(input, { kind: "payout", key: payoutKey(input.payout_id) }, [
    [available(input), 1n],
    [inTransit(input), -1n],
  ])

/** The rail says that the vendor has the money: what was sent, without the fee. */
export const buildPayoutPaid = (input: PayoutEntryInput, source: PayoutSource): LedgerEntryInput =>
  moved(sentPart(input), { kind: "payout_paid", key: `payout-paid:${input.payout_id}` }, [
    [inTransit(input), 1n],
    [sourceAccount(input, source), -1n],
  ])

/** The fee of a payout that was paid, as an entry of its own, so that a vendor reads it as a line; none without a fee. */
export const buildPayoutFee = (input: PayoutEntryInput): LedgerEntryInput[] =>
  feeMoved(input, `payout-fee:${input.payout_id}`, [
    [inTransit(input), 1n],
    [fees(input), -1n],
  ])

/** A payout that came back has cost the vendor nothing. */
export const buildPayoutFeeReturned = (input: PayoutEntryInput): LedgerEntryInput[] =>
  feeMoved(input, `payout-fee-returned:${input.payout_id}`, [
    [fees(input), 1n],
    [available(input), -1n],
  ])

/** A payout that was refused, or that the rail could not make: the vendor has it to be paid again. */
export const buildPayoutFailed = (input: PayoutEntryInput): LedgerEntryInput =>
  moved(input, { kind: "payout_failed", key: `payout-failed:${input.payout_id}` }, [
    [inTransit(input), 1n],
    [available(input), -1n],
  ])

/**
 * A payout that came back after it was paid. It passes through what is in transit, so that this one account tells
 * how much a vendor was ever paid.
 */
export const buildPayoutReturned = (input: PayoutEntryInput, source: PayoutSource): LedgerEntryInput =>
  moved(sentPart(input), { kind: "payout_returned", key: `payout-returned:${input.payout_id}` }, [
    [sourceAccount(input, source), 1n],
    [inTransit(input), -1n],
    [inTransit(input), 1n],
    [available(input), -1n],
  ])

/** @throws RangeError for a fee below zero, or one that leaves nothing to be sent */
function sentPart(input: PayoutEntryInput): PayoutEntryInput {
  if (input.fee_minor < 0n || input.fee_minor >= input.amount_minor) {
    throw new RangeError(`Payout ${input.payout_id} of ${input.amount_minor} has a fee of ${input.fee_minor}`)
  }

  return { ...input, amount_minor: input.amount_minor - input.fee_minor }
}

const feeMoved = (input: PayoutEntryInput, key: string, lines: [AccountRef, bigint][]) =>
  input.fee_minor === 0n
    ? []
    : [moved({ ...input, amount_minor: input.fee_minor }, { kind: "payout_fee", key }, lines)]

function moved(
  { payout_id, amount_minor, currency_code, occurred_at }: PayoutEntryInput,
  { kind, key }: { kind: EntryKind; key: string },
  lines: [AccountRef, bigint][]
): LedgerEntryInput {
  if (amount_minor <= 0n) {
    throw new RangeError(`Payout ${payout_id} is of ${amount_minor}: nobody is paid nothing, or less`)
  }

  return entry({
    kind,
    idempotency_key: key,
    currency_code,
    occurred_at,
    reference: { payout_id },
    postings: lines.map(([account, sign]) => ({ account, amount_minor: sign * amount_minor })),
  })
}

const available = ({ vendor_id, currency_code }: PayoutEntryInput): AccountRef => ({
  type: "vendor_available",
  owner: vendor_id,
  currency_code,
})

/** Per vendor, so that each can be told what is on its way. */
const inTransit = ({ vendor_id, currency_code }: PayoutEntryInput): AccountRef => ({
  type: "payouts_in_transit",
  owner: vendor_id,
  currency_code,
})

const fees = ({ currency_code }: PayoutEntryInput): AccountRef => ({ type: "payout_fees", currency_code })

const sourceAccount = ({ currency_code }: PayoutEntryInput, { rail, is_bank }: PayoutSource): AccountRef =>
  is_bank ? { type: "platform_bank", currency_code } : { type: "gateway_balance", owner: rail, currency_code }
