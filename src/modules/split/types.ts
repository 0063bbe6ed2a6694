import type { Context } from "@medusajs/framework/types"
import type { FrozenShare } from "../../lib/gateway-split"
import type { ShareFacts } from "./domain/share"
import type { SubaccountFacts } from "./domain/subaccount"

export type ShareRecord = ShareFacts & {
  id: string
  gateway: string
  reference: string
  vendor_id: string
  currency_code: string
  subaccount_code: string
  /** When the buyer paid. */
  paid_at: Date
}

/** A payment whose shares were frozen when it was opened. */
export type SplitPayment = {
  gateway: string
  reference: string
  currency_code: string
  paid_at: Date
  split: FrozenShare[]
}

/** How the books are told, in the transaction that writes the row. `share_minor` is what the entry moves. */
export type ShareBooks = (share: ShareRecord, context: Context) => Promise<void>

/** Told of all shares of a sale at once, so that the sale is posted with them or not at all. */
export type SaleBooks = (shares: (ShareRecord & { sold_minor: bigint })[], context: Context) => Promise<void>

export type SubaccountRecord = SubaccountFacts & {
  id: string
  vendor_id: string
  gateway: string
  posting_account_id: string | null
  last_error: string | null
}
