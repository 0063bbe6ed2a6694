import type { Context } from "@medusajs/framework/types"
import type {
  AbstractGateway,
  Charge,
  GatewayTransaction,
  OpenedTransaction,
  RefundAttempt,
} from "../../lib/gateway"
import type { RefundAccountState } from "./domain/refund-account"

export type CheckedCharge = { transaction: GatewayTransaction; charge: Charge }

/** What a call that wants a transaction opened has to do next. */
export type OpenClaim =
  | { do: "answer"; opened: OpenedTransaction }
  | { do: "open"; transaction: GatewayTransaction; superseded: GatewayTransaction | null }
  | { do: "wait" }

/** What a call that wants a refund has to do next. */
export type RefundClaim =
  | { do: "answer"; attempt: RefundAttempt }
  | { do: "post"; attempt: RefundAttempt }
  | { do: "look_up"; attempts: RefundAttempt[] }
  | { do: "wait" }

export type RefundRun = {
  checked: number
  /** Attempts whose state changed, as they stand now. */
  moved: RefundAttempt[]
  /** Attempts that could not be looked up this time. */
  failed: number
}

/** Runs work in a database transaction of its own, committed when it resolves. */
type InTransaction = <T>(work: (context: Context) => Promise<T>) => Promise<T>

/** What the flows need of the module around them. */
export type FlowTools = {
  in_transaction: InTransaction
  adapter_of: (gateway: string) => AbstractGateway
  settings: GatewaySettings
}

export type GatewaySettings = {
  in_flight_seconds: number
  settle_seconds: number
  retry_hours: number[]
}

/** What was collected at the door of all that a session promised. */
export type CashPaid = {
  session_id: string
  email: string
  paid_minor: bigint
  currency_code: string
  /** A gateway's transaction backs the session; of this one people only send back what the gateway could not. */
  is_beside?: boolean
}

/** What became of a refund that was to be tried again. */
export type Retried =
  | { outcome: "posted"; attempt: RefundAttempt }
  /** Its outcome is not known, or the gateway refused it. */
  | { outcome: "open" | "refused" }
  /** It has to wait, there is nothing to try again, or the payment does not cover it. */
  | { outcome: "wait" | "nothing" | "uncovered" }

export type RefundPage = { take: number; skip: number }

/** An account of a buyer's as it is kept: the number is sealed where it comes in. */
export type NewRefundAccount = {
  id: string
  refund_id: string
  state: RefundAccountState
  bank_code: string
  bank_name: string | null
  account_name: string
  account_last4: string
  account_number_ciphertext: string
  currency_code: string
  name_check: "matches" | "differs" | "unknown_account" | "cannot_be_asked" | null
  name_missing: string | null
  entered_by: string
}

export type RefundAccount = NewRefundAccount & {
  approved_by: string | null
  posted_at: Date | null
  last_error: string | null
  created_at: Date
}

/** `failed`: waits for a person. `needs_attention`: waits for an account. */
export type RefundFilter = { state?: "failed" | "needs_attention" }

/** An account that was named for a refund, and under which address was paid what it was for. */
export type BuyerAccount = { email: string; id: string; bank_code: string; account_number_ciphertext: string }

/** A payment of another provider's, or one on delivery, of which the books lack something. */
export type UnpostedPayment = { id: string; provider_id: string; order_id: string | null }
