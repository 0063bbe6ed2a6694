import type { Context } from "@medusajs/framework/types"
import type {
  AbstractGateway,
  Charge,
  GatewayTransaction,
  OpenedTransaction,
  RefundAttempt,
} from "../../lib/gateway"

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

export type GatewaySettings = { in_flight_seconds: number; settle_seconds: number }
