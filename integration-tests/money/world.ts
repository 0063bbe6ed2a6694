import type { GivenBackPart } from "../../src/modules/ledger/domain/refund"
import { Book } from "./book"
import { type Frozen, type Given, Model, type Order, type Part } from "./model"

export const GATEWAY = "paystack"
export const occurred_at = new Date("2026-11-28T00:00:00Z")

export type Refund = { key: string; order: Order; given: Given[]; has_failed: boolean }
export type Reserve = { vendor: string; order: Order; amount: bigint; is_over: boolean }
export type Payout = {
  id: string
  vendor: string
  currency: string
  amount: bigint
  fee: bigint
  state: "sent" | "paid" | "over"
}
export type Dispute = { id: string; order: Order; amount: bigint; given: Given[]; is_open: boolean }

/** The books, what they should come to, and what can still happen to whom. */
export type World = {
  book: Book
  model: Model
  refunds: Refund[]
  reserves: Reserve[]
  payouts: Payout[]
  disputes: Dispute[]
}

export const emptyWorld = (): World => ({
  book: new Book(),
  model: new Model(),
  refunds: [],
  reserves: [],
  payouts: [],
  disputes: [],
})

export const of = ({ id, currency }: Order) => ({ order_id: id, currency_code: currency, occurred_at })

/**
 * What a step takes of a part. How the amount was spread is read from the domain and checked to be fair; all that follows from it is
 * the model's own.
 */
export function giveBack(world: World, part: Part, { amount_minor }: GivenBackPart): Given {
  assert(
    amount_minor >= 0n && amount_minor <= part.total - part.back,
    `${part.vendor} gives more than it has`
  )

  return { amount: amount_minor, frozen: world.model.stepOf(part, amount_minor) }
}

export const SOURCE = { rail: GATEWAY, is_bank: false }

export const smaller = (a: bigint, b: bigint) => (a < b ? a : b)

export const leftOf = ({ parts }: Order) => parts.reduce((sum, { total, back }) => sum + total - back, 0n)

export const soldOf = ({ vendor, total, frozen, back, backFrozen }: Part) => ({
  vendor_id: vendor,
  total_minor: total,
  refunded_minor: back,
  ...namedFrozen(frozen),
  reversed: namedFrozen(backFrozen),
})

export const givenBackOf = ({ vendor }: Part, { amount, frozen }: Given): GivenBackPart => ({
  vendor_id: vendor,
  amount_minor: amount,
  ...namedFrozen(frozen),
})

export const namedFrozen = ({ commission, tax, withheld, item_tax, discount }: Frozen) => ({
  commission_minor: commission,
  commission_tax_minor: tax,
  withholding_minor: withheld,
  platform_tax_minor: item_tax,
  platform_discount_minor: discount,
})

export const entryOf = ({ id, vendor, currency, amount, fee }: Payout) => ({
  payout_id: id,
  vendor_id: vendor,
  amount_minor: amount,
  fee_minor: fee,
  currency_code: currency,
  occurred_at,
})

export function assert(condition: boolean, what: string): void {
  if (!condition) {
    throw new Error(what)
  }
}
