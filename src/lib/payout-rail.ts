import type { GatewayRefusedError, GatewayUnavailableError } from "./gateway"
import { type AccountKind, nationalNumber } from "./mobile-money"

/**
 * The port of a payout rail: whatever carries money from the platform to a bank account or a wallet. Amounts are ISO minor units;
 * how the rail counts is the adapter's knowledge. Failures are those of `gateway.ts`: `GatewayUnavailableError` tells
 * whether anything may have happened, `GatewayRefusedError` that nothing has and nothing will.
 */

/** Where the money goes. It lives as long as the call: never stored, logged or answered. */
export type PayoutDestination = {
  kind: AccountKind
  /** Of the bank, or our own for the operator of a wallet (`mobile-money.ts`). */
  bank_code: string
  /** Of a wallet: the digits of the international number. */
  account_number: string
  account_name: string
  currency_code: string
}

export type AccountPlace = Omit<PayoutDestination, "account_name">

/** `unknown`: the gateway knows no such account. `cannot_be_asked`: it does not tell of accounts of that kind and currency. */
export type AccountHolder = { state: "known"; name: string } | { state: "unknown" | "cannot_be_asked" }

export type TransferInput = {
  /** Our own, unique for ever: lower-case letters, digits and hyphens, 16 to 50 of them. The rail refuses a second use. */
  reference: string
  amount_minor: bigint
  currency_code: string
  destination: PayoutDestination
  /** What the receiver reads on the bank statement. */
  reason: string
}

/**
 * `needs_otp`: a person has to confirm it at the rail. `paid`, `failed` and `returned` are final, but what was paid may
 * come back days later. `unknown_reference`: the rail has nothing under it, yet.
 */
export type TransferState = "pending" | "needs_otp" | "paid" | "failed" | "returned" | "unknown_reference"

/** What the rail says about one transfer. Nothing in it tells where the money goes. */
export type Transfer = {
  state: TransferState
  /** The rail's own name for it. */
  rail_id: string | null
  /** Null where the rail does not say; otherwise they must be what was asked for. */
  amount_minor: bigint | null
  currency_code: string | null
  /** Why it failed, in the rail's words. */
  reason: string | null
}

/** What became of one of many: what `send` would have answered, or thrown. */
export type TransferOutcome = Transfer | GatewayRefusedError | GatewayUnavailableError

/** The rail knows nothing under a reference. */
export const NOTHING_THERE: Transfer = {
  state: "unknown_reference",
  rail_id: null,
  amount_minor: null,
  currency_code: null,
  reason: null,
}

/** How long a vendor waits for the name of an account's holder. */
export const NAME_TIMEOUT_MS = 5_000

/**
 * What a rail says, to be kept and shown, without the number of the account in any form it may repeat; of an account that is not at
 * hand, without any number as long as one.
 */
export const withoutNumber = (text: string, destination?: PayoutDestination): string =>
  destination
    ? text
        .replaceAll(destination.account_number, "…")
        .replaceAll(nationalNumber(destination.account_number), "…")
    : text.replace(/\d{5,}/g, "…")

/** Implemented once per rail, loaded by the payout module as a module provider. */
export abstract class AbstractPayoutRail {
  /** Stable name of the rail, part of rows and ledger accounts. */
  static identifier: string

  /** Whether what it sends leaves the platform's own bank, rather than a balance kept at the rail. */
  abstract readonly pays_from_bank: boolean

  /** Whether people carry it out and tell us: nothing can be looked up. */
  abstract readonly is_manual: boolean

  abstract supports(currencyCode: string, kind: AccountKind): boolean

  /**
   * Under which name the gateway knows an account. Left out by rails that cannot be asked.
   * @throws GatewayUnavailableError
   */
  holderOf?(account: AccountPlace): Promise<AccountHolder>

  /**
   * What a transfer can draw on now; null for a currency that the rail holds nothing in. Left out by rails that cannot be asked.
   * @throws GatewayUnavailableError
   */
  balanceOf?(currencyCode: string): Promise<bigint | null>

  /**
   * Posts a transfer once; the caller has committed the row that says so.
   * @throws GatewayUnavailableError when the outcome is unknown, GatewayRefusedError when nothing was sent
   */
  abstract send(input: TransferInput): Promise<Transfer>

  /** Whether many transfers in the currency can be posted in one call. Left out by rails that have none. */
  sendsMany?(currencyCode: string): boolean

  /**
   * The same as `send` of each, in one call: all in one currency, each under its own reference. Answers by reference; the outcome of
   * what is left out is unknown.
   * @throws GatewayUnavailableError for all of them; GatewayRefusedError when none was sent, and each may be sent by itself
   */
  sendMany?(inputs: TransferInput[]): Promise<Map<string, TransferOutcome>>

  /** @throws GatewayUnavailableError */
  abstract find(input: { reference: string; currency_code: string }): Promise<Transfer>
}
