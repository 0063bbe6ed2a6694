import { allocate, sumMinor } from "../../../lib/money"
import type { AccountRef } from "./account"
import { entry, type LedgerEntryInput } from "./entry"
import type { GivenBackPart } from "./refund"
import { vendorShare } from "./sale"

type CaseBase = {
  dispute_id: string
  order_id: string
  currency_code: string
  occurred_at: Date
}

/** A hold may be made anew when the items of a case are named, so each has a number. */
export type DisputeHoldInput = CaseBase & { number: number; shares: HeldShare[] }

/** What of a vendor's money a case holds: the vendor's own part of what the buyer wants back. */
export type HeldShare = GivenBackPart & {
  /** What the books hold as pending for the order; what is missing there was released, and comes from what is available. */
  pending_minor: bigint
}

const disputeHoldKey = (disputeId: string, number: number) => `dispute-hold:${disputeId}:${number}`

const chargebackKey = (disputeId: string) => `chargeback:${disputeId}`

/** What a vendor has got for the part of its sale that is disputed; below zero where more was taken of it than it still costs. */
const netOf = (part: GivenBackPart) => vendorShare({ ...part, total_minor: part.amount_minor })

/** What of it a case holds. None hands money out: a commission that is too much goes back when the case is lost, as with a refund. */
const heldOf = (part: GivenBackPart) => {
  const net = netOf(part)

  return net > 0n ? net : 0n
}

/** A case is open: what its vendors have got for the disputed goods can neither be released nor paid out. */
export function buildDisputeHold(input: DisputeHoldInput): LedgerEntryInput {
  const { dispute_id, number, currency_code } = input

  return entry({
    ...named(input, "dispute_hold", disputeHoldKey(dispute_id, number)),
    postings: input.shares.flatMap((share) => {
      const held = heldOf(share)
      const fromPending = clamp(share.pending_minor, held)

      return [
        vendorPosting("vendor_pending", share, currency_code, fromPending),
        vendorPosting("vendor_available", share, currency_code, held - fromPending),
        vendorPosting("vendor_disputed", share, currency_code, -held),
      ]
    }),
  })
}

/**
 * The vendors have their money again. It becomes pending whatever it was before: the release of an order moves on what is
 * pending for it again.
 */
export function buildDisputeRelease(
  input: CaseBase & { number: number; shares: GivenBackPart[] }
): LedgerEntryInput {
  const { dispute_id, number, currency_code } = input

  return entry({
    ...named(input, "dispute_release", `dispute-release:${dispute_id}:${number}`),
    postings: input.shares.flatMap((share) => [
      vendorPosting("vendor_disputed", share, currency_code, heldOf(share)),
      vendorPosting("vendor_pending", share, currency_code, -heldOf(share)),
    ]),
  })
}

export type ChargebackInput = CaseBase & {
  gateway: string
  /** What the gateway takes. */
  amount_minor: bigint
  shares: GivenBackPart[]
}

/**
 * A chargeback is lost: the gateway takes the whole amount, out of what is held of the vendors and of what was frozen with their
 * sale. What no share could cover, because it was given back before, is the platform's loss.
 */
export function buildChargeback(input: ChargebackInput): LedgerEntryInput {
  const { dispute_id, gateway, amount_minor, currency_code, shares } = input
  const total = (pick: (part: GivenBackPart) => bigint) => sumMinor(shares.map(pick))
  const posting = (type: AccountRef["type"], amount: bigint, owner?: string) => ({
    account: { type, owner, currency_code },
    amount_minor: amount,
  })

  return entry({
    ...named(input, "chargeback", chargebackKey(dispute_id)),
    postings: [
      posting("gateway_clearing", -amount_minor, gateway),
      posting("chargeback_loss", amount_minor - total((part) => part.amount_minor)),
      posting(
        "commission",
        total((part) => part.commission_minor)
      ),
      posting(
        "commission_tax",
        total((part) => part.commission_tax_minor)
      ),
      posting("withholding", -total((part) => part.withholding_minor)),
      posting(
        "item_tax",
        total((part) => part.platform_tax_minor)
      ),
      posting("promotion_expense", -total((part) => part.platform_discount_minor)),
      ...shares.flatMap((share) => [
        vendorPosting("vendor_disputed", share, currency_code, heldOf(share)),
        vendorPosting("vendor_pending", share, currency_code, netOf(share) - heldOf(share)),
      ]),
    ],
  })
}

export type ChargebackFeeInput = CaseBase & {
  gateway: string
  fee_minor: bigint
  /** Who bears it, by the platform's policy. */
  party: "vendor" | "platform"
  shares: Pick<GivenBackPart, "vendor_id" | "amount_minor">[]
}

/**
 * What the gateway takes besides for a chargeback that was lost; of vendors in proportion to what was held of each. They owe it at
 * once, as the fee of a refund: an order that is canceled, or never delivered, is never released.
 */
export function buildChargebackFee(input: ChargebackFeeInput): LedgerEntryInput {
  const { dispute_id, gateway, fee_minor, party, currency_code } = input
  const held = input.shares.filter(({ amount_minor }) => amount_minor > 0n)
  const parts =
    party === "vendor" && held.length
      ? allocate(
          fee_minor,
          held.map(({ amount_minor }) => amount_minor)
        )
      : []

  return entry({
    ...named(input, "chargeback_fee", `chargeback-fee:${dispute_id}`),
    postings: [
      { account: { type: "gateway_clearing", owner: gateway, currency_code }, amount_minor: -fee_minor },
      {
        account: { type: "gateway_fees", owner: gateway, currency_code },
        amount_minor: fee_minor - sumMinor(parts),
      },
      ...held.map((share, index) =>
        vendorPosting("vendor_available", share, currency_code, parts[index] ?? 0n)
      ),
    ],
  })
}

const named = (
  { dispute_id, order_id, currency_code, occurred_at }: CaseBase,
  kind: LedgerEntryInput["kind"],
  idempotency_key: string
) => ({ kind, idempotency_key, currency_code, occurred_at, reference: { order_id, dispute_id } })

const vendorPosting = (
  type: "vendor_pending" | "vendor_available" | "vendor_disputed",
  { vendor_id }: { vendor_id: string },
  currency_code: string,
  amount_minor: bigint
) => ({ account: { type, owner: vendor_id, currency_code }, amount_minor })

/** At most so much, and nothing of a debt. */
const clamp = (amount: bigint, most: bigint) => (amount <= 0n ? 0n : amount < most ? amount : most)
