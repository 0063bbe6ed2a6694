import type { Context } from "@medusajs/framework/types"
import type { DoorReason } from "../../lib/pay-on-delivery"
import type { CollectionState } from "./domain/pay-on-delivery"
import type { MoveVendorOrderInput, RefundPart } from "./types"

/** What is to be collected for a vendor order at the door, and what came of it. */
export type Collection = {
  vendor_order_id: string
  order_id: string
  vendor_id: string
  currency_code: string
  amount_minor: bigint
  state: CollectionState
  held_by: "vendor" | "platform" | null
  /** The gateway's transaction that it was prepaid with. */
  prepaid_reference: string | null
  idempotency_key: string | null
  reason_code: DoorReason | null
  note: string | null
  actor: string | null
  closed_at: Date | null
  followed_at: Date | null
}

export type OfVendor = { vendor_order_id: string; vendor_id: string }

/** Posts what belongs to a change of a row, in the transaction of that change. */
export type CollectionBooks = (collection: Collection, context: Context) => Promise<void>

export type CollectInput = OfVendor & {
  amount_minor: bigint
  held_by: "vendor" | "platform"
  idempotency_key: string
  actor: string
}

/** What a gateway says was paid instead of at the door. */
export type PrepayInput = OfVendor & { reference: string; amount_minor: bigint; currency_code: string }

export type CloseUncollectedInput = OfVendor & {
  actor: string
  refund_key: string
  /** What of the sale is taken back. */
  part: Omit<RefundPart, "vendor_order_id">
} & (
    | { to: "canceled" }
    | { to: "refused"; reason_code: DoorReason; note: string | null; move: MoveVendorOrderInput }
  )

export type BuyerIdentity = { customer_id: string | null; email: string | null; phone: string | null }

export type HeldCash = {
  vendor_order_id: string
  order_id: string
  vendor_id: string
  currency_code: string
  closed_at: Date
}

/** What was delivered and is paid for at the door, and of whose money nobody has said anything. */
export type UntoldCollection = { display_number: string; currency_code: string; amount_minor: bigint }

/** Cash that was taken before then, of all vendors unless one and a currency is named; after one of them. */
export type HeldCashPage = {
  before: Date
  of?: { vendor_id: string; currency_code: string }
  after: HeldCash | null
  take: number
}
