import type { Logger } from "@medusajs/framework/types"
import { GatewayRefusedError, GatewayUnavailableError } from "../../lib/gateway"
import { parseGatewayOptions } from "../../lib/gateway-options"
import type { AccountKind } from "../../lib/mobile-money"
import {
  AbstractPayoutRail,
  type AccountHolder,
  type AccountPlace,
  NAME_TIMEOUT_MS,
  NOTHING_THERE,
  type PayoutDestination,
  type Transfer,
  type TransferInput,
  type TransferOutcome,
  type TransferState,
  withoutNumber,
} from "../../lib/payout-rail"
import { fromMajorText, toMajorText } from "../gateway-flutterwave/amount"
import { FlutterwaveClient } from "../gateway-flutterwave/client"
import { FlutterwaveSettlements } from "../gateway-flutterwave/settlements"
import { paysWalletsIn, receiverOf } from "./destination"
import { FlutterwavePayoutOptions } from "./options"
import { FlutterwaveBatch, FlutterwaveTransfer, FlutterwaveTransferList, ResolvedAccount } from "./schemas"

/** Those whose accounts take no more than a bank and a number; dollars and euros want an address too. */
const CURRENCIES = new Set(["ngn", "ghs", "kes", "ugx", "rwf", "tzs", "zmw", "zar", "xof", "xaf"])

/** What Flutterwave says of a transfer that has ended; everything else has not. */
const STATES: Record<string, TransferState> = {
  successful: "paid",
  failed: "failed",
  reversed: "returned",
}

const TITLE = "Payouts"

const TAKEN_ON = new GatewayUnavailableError(
  "Flutterwave has taken it on among others, and has to be asked what became of it."
)

/** Transfers out of the balance that the platform keeps at Flutterwave. In its test mode they stay pending. */
export class FlutterwavePayoutRail extends AbstractPayoutRail {
  static override identifier = "flutterwave"

  readonly pays_from_bank = false
  readonly is_manual = false
  private readonly options: FlutterwavePayoutOptions
  private readonly client: FlutterwaveClient
  /** For what a vendor waits for. */
  private readonly hurried: FlutterwaveClient
  private readonly settlements: FlutterwaveSettlements

  static validateOptions(options: unknown): void {
    parseGatewayOptions("Flutterwave", FlutterwavePayoutOptions, options)
  }

  constructor(cradle: { logger?: Logger }, options: unknown) {
    super()
    this.options = parseGatewayOptions("Flutterwave", FlutterwavePayoutOptions, options)
    const logger = this.options.debug ? cradle.logger : undefined
    this.client = new FlutterwaveClient(this.options, logger)
    const write_timeout_ms = Math.min(this.options.write_timeout_ms, NAME_TIMEOUT_MS)
    this.hurried = new FlutterwaveClient({ ...this.options, write_timeout_ms }, logger)
    this.settlements = new FlutterwaveSettlements(this.client)
  }

  supports(currencyCode: string, kind: AccountKind): boolean {
    return kind === "mobile_money" ? paysWalletsIn(currencyCode, this.options) : CURRENCIES.has(currencyCode)
  }

  override async holderOf(account: AccountPlace): Promise<AccountHolder> {
    if (account.currency_code !== "ngn") {
      return { state: "cannot_be_asked" }
    }
    try {
      const { account_name } = await this.hurried.post(
        "/accounts/resolve",
        { account_number: account.account_number, account_bank: account.bank_code },
        ResolvedAccount
      )

      return { state: "known", name: account_name }
    } catch (error) {
      if (error instanceof GatewayRefusedError) {
        return { state: "unknown" }
      }
      throw error
    }
  }

  override async balanceOf(currencyCode: string): Promise<bigint | null> {
    const balances = await this.settlements.balances()

    return balances.find(({ currency_code }) => currency_code === currencyCode)?.balance_minor ?? null
  }

  async send(input: TransferInput): Promise<Transfer> {
    const { destination, currency_code } = input
    const amount = toMajorText(input.amount_minor, currency_code)
    try {
      const transfer = await this.client.post(
        "/transfers",
        {
          ...receiverOf(destination, this.options),
          amount,
          currency: currency_code.toUpperCase(),
          // Else Flutterwave takes another currency's balance where this one's is empty.
          debit_currency: currency_code.toUpperCase(),
          reference: input.reference,
          narration: input.reason,
        },
        FlutterwaveTransfer
      )

      return toTransfer(transfer, input.reference, destination)
    } catch (error) {
      throw error instanceof GatewayRefusedError ? whatRefusalMeans(error, destination) : error
    }
  }

  /** Of other accounts it wants to know more than the call has room for. */
  override sendsMany(currencyCode: string): boolean {
    return currencyCode === "ngn"
  }

  /** Flutterwave answers with a name for all of them together, and makes each afterwards: every one has to be looked up. */
  override async sendMany(inputs: TransferInput[]): Promise<Map<string, TransferOutcome>> {
    const bulk_data = inputs.map(({ destination, amount_minor, currency_code, reference, reason }) => ({
      bank_code: destination.bank_code,
      account_number: destination.account_number,
      amount: toMajorText(amount_minor, currency_code),
      currency: currency_code.toUpperCase(),
      reference,
      narration: reason,
    }))
    try {
      await this.client.post("/bulk-transfers", { title: TITLE, bulk_data }, FlutterwaveBatch)

      return new Map(inputs.map(({ reference }) => [reference, TAKEN_ON]))
    } catch (error) {
      throw error instanceof GatewayRefusedError ? whatRefusalMeans(error) : error
    }
  }

  /**
   * The list is asked for the reference, and what it answers is matched again: rows of others mean that the filter was
   * understood differently than we mean it, and then "nothing there" would be a guess.
   */
  async find({ reference }: { reference: string; currency_code: string }): Promise<Transfer> {
    const rows = await this.read(`/transfers?${new URLSearchParams({ reference })}`)
    const [own, second] = rows.filter((row) => row.reference === reference)
    if (second) {
      throw new GatewayUnavailableError("Flutterwave lists more than one transfer under the reference.")
    }
    if (own) {
      return toTransfer(own, reference)
    }
    if (rows.length) {
      throw new GatewayUnavailableError("Flutterwave answered about other transfers than the one asked for.")
    }

    return NOTHING_THERE
  }

  private async read(path: string): Promise<FlutterwaveTransfer[]> {
    try {
      return await this.client.get(path, FlutterwaveTransferList)
    } catch (error) {
      // A refusal of a read says nothing about the money.
      throw error instanceof GatewayRefusedError
        ? new GatewayUnavailableError(`Flutterwave would not look the transfer up: ${error.message}`)
        : error
    }
  }
}

/**
 * Flutterwave's errors have no code. A reference that is known belongs to an earlier call whose answer was lost. An empty
 * balance and an address that is not allowed are mended by the operator: the same transfer is right later.
 */
function whatRefusalMeans(error: GatewayRefusedError, destination?: PayoutDestination): Error {
  if (/reference/i.test(error.message) && /duplicate|already|exist|used|unique/i.test(error.message)) {
    return new GatewayUnavailableError("Flutterwave knows the reference already; it has to be looked up.")
  }
  if (/insufficient|balance/i.test(error.message)) {
    return new GatewayUnavailableError("The balance at Flutterwave does not suffice for this payout.", "none")
  }
  if (/whitelist/i.test(error.message)) {
    return new GatewayUnavailableError("Flutterwave does not allow transfers from this address.", "none")
  }

  return new GatewayRefusedError(withoutNumber(error.message, destination), error.gateway_code)
}

function toTransfer(
  transfer: FlutterwaveTransfer,
  reference: string,
  destination?: PayoutDestination
): Transfer {
  if (transfer.reference !== reference) {
    throw new GatewayUnavailableError("Flutterwave answered about another transfer than the one asked for.")
  }
  const currency_code = transfer.currency.toLowerCase()
  const amount_minor = fromMajorText(transfer.amount, currency_code)
  if (amount_minor === null) {
    throw new GatewayUnavailableError("Flutterwave reports an amount that the currency cannot have.")
  }
  const status = transfer.status.toLowerCase()

  return {
    state: STATES[status] ?? "pending",
    rail_id: transfer.id,
    amount_minor,
    currency_code,
    reason: STATES[status]
      ? withoutNumber(transfer.complete_message || `Flutterwave says: ${status}.`, destination)
      : null,
  }
}
