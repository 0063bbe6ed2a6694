import type { GatewayDisputes } from "./gateway-dispute"
import type { GatewaySettlements } from "./gateway-settlement"
import type { FrozenShare, GatewaySplits } from "./gateway-split"

/**
 * The port of a payment gateway: what Merkato needs beyond Medusa's own payment provider contract.
 * Amounts are ISO minor units of the currency; how the gateway counts on the wire is the adapter's knowledge.
 */

/** The gateway that is the platform's own bank account: what it collects has arrived, and no settlement follows. */
export const BANK_GATEWAY = "bank"

/** What was paid at the door, as far as it goes back: people of the platform send it out of that account, too. */
export const CASH_GATEWAY = "cash"

export type OpenTransactionInput = {
  /** Our own reference, unique for ever; the gateway refuses a second use. */
  reference: string
  amount_minor: bigint
  currency_code: string
  email: string
  /** Where the gateway sends the buyer after paying. */
  callback_url?: string
  /** Shown in the gateway's dashboard; never personal data. */
  metadata?: Record<string, string>
  /** What the gateway pays of it to vendors by itself; for gateways with `splits`. */
  split?: FrozenShare[]
}

export type OpenedTransaction = {
  reference: string
  redirect_url: string
  /** For gateways whose page can be opened by a code as well as by an address. */
  access_code: string | null
}

export type ChargeState = "success" | "failed" | "pending" | "abandoned" | "reversed" | "unknown_reference"

/** A payment of its own, which the adapter knows by this reference as it knows the others. */
export type FurtherPayment = { reference: string; amount_minor: bigint; currency_code: string }

/** What the gateway says about one transaction. Nothing in it is a credential. */
export type Charge = {
  state: ChargeState
  reference: string
  /** What the buyer paid; 0 while nothing is paid. */
  amount_minor: bigint
  currency_code: string
  /** What the gateway keeps for itself. */
  fee_minor: bigint
  gateway_id: string | null
  channel: string | null
  paid_at: Date | null
  /** Hashes by which the card is known again (`card-keys.ts`), of gateways that name cards. */
  card_keys?: string[]
  /** What the buyer paid besides, where one page can be paid more than once; it has to go back. */
  further?: FurtherPayment[]
}

/** The charge of a reference under which nobody has paid, as far as anybody knows. */
export const unknownCharge = (reference: string): Charge => ({
  state: "unknown_reference",
  reference,
  amount_minor: 0n,
  currency_code: "",
  fee_minor: 0n,
  gateway_id: null,
  channel: null,
  paid_at: null,
})

export type RefundInput = {
  reference: string
  /** The gateway's own name of the payment. */
  gateway_id: string | null
  amount_minor: bigint
  currency_code: string
  /** Unique key of the attempt; stored at the gateway so that the refund can be found again. */
  key: string
}

export type FindRefundInput = {
  reference: string
  gateway_id: string | null
  currency_code: string
  key: string
  /** When the attempt was posted: tells the adapter which part of the gateway's list to read. */
  posted_at: Date
  /** Known once the gateway has answered; then the refund is fetched instead of searched. */
  gateway_refund_id: string | null
}

export type RefundState = "pending" | "processed" | "failed" | "needs_attention"

export type GatewayRefund = { gateway_refund_id: string; amount_minor: bigint; state: RefundState }

/** The account lives as long as the call: never stored, logged or answered. */
export type RefundAccountInput = {
  gateway_refund_id: string
  currency_code: string
  bank_code: string
  account_number: string
}

/** An authentic event, reduced to what may be stored. */
export type GatewayEvent = {
  /** The gateway's own name, for example `charge.success`. */
  type: string
  /** The same for every delivery of the same event. */
  dedupe_key: string
  /** Our transaction reference, where the event has one. */
  reference: string | null
  /** Allow-listed copy of the body: no card, authorisation or personal data. */
  payload: Record<string, unknown>
}

export type RawWebhook = { raw_body: Buffer; headers: Record<string, string | string[] | undefined> }

/**
 * A gateway could not be asked or did not answer in a way that tells the outcome. With `effect: "unknown"`
 * nothing may be concluded: look the transaction or refund up, never post it again. With `effect: "none"` the
 * request was certainly not executed (no connection, rate limit, wrong key) and may be posted again.
 */
export class GatewayUnavailableError extends Error {
  override name = "GatewayUnavailableError"

  constructor(
    message: string,
    readonly effect: "unknown" | "none" = "unknown"
  ) {
    super(message)
  }
}

/** The gateway answered and refused; posting the same request again gives the same answer. */
export class GatewayRefusedError extends Error {
  override name = "GatewayRefusedError"

  constructor(
    message: string,
    readonly gateway_code: string | null = null
  ) {
    super(message)
  }
}

/** Implemented once per gateway, loaded by the gateway module as a module provider. */
export abstract class AbstractGateway {
  /** Stable name of the gateway, part of ledger account and idempotency keys. */
  static identifier: string

  /** @throws GatewayUnavailableError, GatewayRefusedError */
  abstract open(input: OpenTransactionInput): Promise<OpenedTransaction>

  /**
   * What was paid under a reference. `gatewayId` is the gateway's name of the payment that counts, once one does: whatever
   * else was paid is `further`.
   * @throws GatewayUnavailableError
   */
  abstract verify(reference: string, gatewayId?: string | null): Promise<Charge>

  /**
   * Posts a refund once; the caller looks up earlier attempts first.
   * @throws GatewayUnavailableError when the outcome is unknown, GatewayRefusedError when nothing was refunded
   */
  abstract refund(input: RefundInput): Promise<GatewayRefund>

  /** Finds the refund that was posted with `key`, or null when the gateway has none. @throws GatewayUnavailableError */
  abstract findRefund(input: FindRefundInput): Promise<GatewayRefund | null>

  /**
   * Makes the page of an unpaid transaction unpayable, any number of times. Left out by gateways that cannot: their
   * pages stay payable, and money that arrives on one is found and sent back.
   * @throws GatewayUnavailableError, GatewayRefusedError
   */
  withdraw?(redirectUrl: string): Promise<void>

  /** Left out by gateways that cannot be asked about chargebacks. */
  readonly disputes?: GatewayDisputes

  /** Left out by gateways that cannot be asked about what they pay out and hold. */
  readonly settlements?: GatewaySettlements

  /** Left out by gateways that pay the platform alone. */
  readonly splits?: GatewaySplits

  /**
   * Names the account of the buyer's that a refund which needs attention goes to, once; the caller looks it up first. Left out
   * by gateways that take none.
   * @throws GatewayUnavailableError when the outcome is unknown, GatewayRefusedError when the gateway did not take it
   */
  sendRefundAccount?(input: RefundAccountInput): Promise<GatewayRefund>

  /** How long a page of its can be used before it is paid; null for one that does not end. */
  readonly page_minutes: number | null = null

  /** People make its refunds: one that they could not make is theirs to try again. */
  readonly is_refunded_by_hand: boolean = false

  /** Null when the signature over the raw body does not hold. */
  abstract readWebhook(webhook: RawWebhook): GatewayEvent | null
}

/** Where one of our gateway transactions stands. `refused`: the gateway would not open it. */
export type TransactionState = "open" | "paid" | "failed" | "abandoned" | "reversed" | "refused"

export type GatewayTransaction = {
  id: string
  gateway: string
  reference: string
  session_id: string
  amount_minor: bigint
  currency_code: string
  email: string
  state: TransactionState
  redirect_url: string | null
  access_code: string | null
  /** Set when a later transaction of the same session took its place; money on it has to go back. */
  superseded_at: Date | null
  /** Set when the gateway has made its page unpayable. */
  withdrawn_at: Date | null
  /** What the gateway says was paid; null until then, frozen afterwards. */
  paid_minor: bigint | null
  paid_currency_code: string | null
  fee_minor: bigint | null
  gateway_id: string | null
  channel: string | null
  paid_at: Date | null
  created_at: Date
  /** What the gateway was told to pay of it to vendors, frozen when it was opened. */
  split: FrozenShare[]
}

/** `not_executed`: looked up and found not to exist; the same key may be posted again. */
export type RefundAttemptState =
  | "requested"
  | "unknown"
  | "pending"
  | "needs_attention"
  | "processed"
  | "failed"
  | "refused"
  | "not_executed"

export type RefundOrigin = "medusa" | "orphan"

export type BookedRefund = "given" | "returned"

export type RefundAttempt = {
  id: string
  gateway: string
  reference: string
  key: string
  /** A later key that this refund answers too, because the caller of the first one was told it failed. */
  adopted_by_key: string | null
  amount_minor: bigint
  currency_code: string
  reason: string | null
  origin: RefundOrigin
  state: RefundAttemptState
  gateway_refund_id: string | null
  /** The caller was told that this attempt failed before its outcome was known. */
  is_disowned: boolean
  /** What the ledger says of it: nothing, that the money went back, or that the refund failed afterwards. */
  booked: BookedRefund | null
  last_error: string | null
  posted_at: Date
  created_at: Date
  /** The first attempt at the same refund; null for a first one. */
  root_id: string | null
  /** The attempt that failed and that this one was made for. */
  retries_id: string | null
  /** 1 for the first attempt. */
  tries: number
  /** When one that has failed is tried again by itself; null for never. */
  retry_at: Date | null
  /** What a failure has led to: another attempt, or a person was told. */
  follow_up: RefundFollowUp | null
}

export type RefundFollowUp = "retried" | "person"

export type OpenSessionTransactionInput = Omit<OpenTransactionInput, "reference"> & {
  gateway: string
  session_id: string
}

export type RequestRefundInput = {
  reference: string
  key: string
  amount_minor: bigint
  reason?: string
  origin: RefundOrigin
}

/** What a Medusa payment provider needs of the keeper of gateway transactions. */
export type GatewayTransactions = {
  openTransaction(input: OpenSessionTransactionInput): Promise<OpenedTransaction>
  findTransaction(reference: string): Promise<GatewayTransaction | null>
  checkCharge(reference: string): Promise<{ transaction: GatewayTransaction; charge: Charge } | null>
  withdraw(reference: string): Promise<void>
  refund(input: RequestRefundInput): Promise<RefundAttempt>
  listRefundsOf(reference: string): Promise<RefundAttempt[]>
}
