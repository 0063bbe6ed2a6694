import type { Logger } from "@medusajs/framework/types"
import type { z } from "@medusajs/framework/zod"
import { BoundedWork } from "../../lib/bounded-work"
import { GatewayRefusedError, GatewayUnavailableError } from "../../lib/gateway"
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
import { fromSubunits, toSubunits } from "../gateway-paystack/amount"
import { PaystackClient } from "../gateway-paystack/client"
import { PaystackOptions, parseOptions } from "../gateway-paystack/options"
import { PaystackSettlements } from "../gateway-paystack/settlements"
import { paysTo, placeOf, recipientOf } from "./recipient"
import { PaystackTransfer, PaystackTransferList, Recipient, ResolvedAccount } from "./schemas"

/** What Paystack says of a transfer that has ended; everything else has not. */
const STATES: Record<string, TransferState> = {
  success: "paid",
  failed: "failed",
  abandoned: "failed",
  blocked: "failed",
  rejected: "failed",
  reversed: "returned",
  otp: "needs_otp",
}

/** Where Paystack tells under which name an account is kept. */
const NAMED_IN = new Set(["ngn", "ghs"])

/** What Paystack takes in one call, once the code for transfers is switched off there. */
const SENT_TOGETHER = new Set(["ngn", "ghs", "kes", "zar"])

const RECIPIENTS_AT_ONCE = 5

type Ready = { input: TransferInput; recipient: string }

/** Transfers out of the balance that the platform keeps at Paystack. */
export class PaystackPayoutRail extends AbstractPayoutRail {
  static override identifier = "paystack"

  readonly pays_from_bank = false
  readonly is_manual = false
  private readonly client: PaystackClient
  /** For what a vendor waits for. */
  private readonly hurried: PaystackClient
  private readonly settlements: PaystackSettlements

  static validateOptions(options: unknown): void {
    parseOptions(PaystackOptions, options)
  }

  constructor(cradle: { logger?: Logger }, options: unknown) {
    super()
    const parsed = parseOptions(PaystackOptions, options)
    const logger = parsed.debug ? cradle.logger : undefined
    this.client = new PaystackClient(parsed, logger)
    const read_timeout_ms = Math.min(parsed.read_timeout_ms, NAME_TIMEOUT_MS)
    this.hurried = new PaystackClient({ ...parsed, read_timeout_ms, disable_retries: true }, logger)
    this.settlements = new PaystackSettlements(this.client)
  }

  supports(currencyCode: string, kind: AccountKind): boolean {
    return paysTo(currencyCode, kind)
  }

  override async holderOf(account: AccountPlace): Promise<AccountHolder> {
    if (!NAMED_IN.has(account.currency_code)) {
      return { state: "cannot_be_asked" }
    }
    try {
      const query = new URLSearchParams(placeOf(account))
      const { account_name } = await this.hurried.get(`/bank/resolve?${query}`, ResolvedAccount)

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
    const amount = toSubunits(input.amount_minor, input.currency_code)
    const recipient = await this.recipientCodeOf(input.destination)
    try {
      const transfer = await this.client.post(
        "/transfer",
        {
          source: "balance",
          amount,
          currency: input.currency_code.toUpperCase(),
          recipient,
          reference: input.reference,
          reason: input.reason,
        },
        PaystackTransfer
      )

      return toTransfer(transfer, input.reference, input.destination)
    } catch (error) {
      throw error instanceof GatewayRefusedError ? whatRefusalMeans(error, input.destination) : error
    }
  }

  override sendsMany(currencyCode: string): boolean {
    return SENT_TOGETHER.has(currencyCode)
  }

  /** One whose recipient is refused stays out of the call, and in the way of nobody. */
  override async sendMany(inputs: TransferInput[]): Promise<Map<string, TransferOutcome>> {
    const outcomes = new Map<string, TransferOutcome>()
    const ready: Ready[] = []
    const work = new BoundedWork(RECIPIENTS_AT_ONCE)
    await Promise.all(
      inputs.map((input) =>
        work.run(async () => {
          const recipient = await this.recipientCodeOf(input.destination).catch(asOutcome)
          if (typeof recipient === "string") {
            ready.push({ input, recipient })
          } else {
            outcomes.set(input.reference, recipient)
          }
        })
      )
    )
    for (const { input, outcome } of await this.postTogether(ready)) {
      outcomes.set(input.reference, outcome)
    }

    return outcomes
  }

  private async postTogether(ready: Ready[]): Promise<{ input: TransferInput; outcome: TransferOutcome }[]> {
    const [first] = ready
    if (!first) {
      return []
    }
    const { currency_code } = first.input
    try {
      const rows = await this.client.post(
        "/transfer/bulk",
        {
          source: "balance",
          currency: currency_code.toUpperCase(),
          transfers: ready.map(({ input, recipient }) => ({
            amount: toSubunits(input.amount_minor, currency_code),
            recipient,
            reference: input.reference,
            reason: input.reason,
          })),
        },
        PaystackTransferList
      )

      return ready.flatMap(({ input }) => outcomesIn(rows, input))
    } catch (error) {
      const outcome = asOutcome(error instanceof GatewayRefusedError ? whatRefusalMeans(error) : error)
      if (outcome instanceof GatewayRefusedError) {
        throw outcome
      }

      return ready.map(({ input }) => ({ input, outcome }))
    }
  }

  async find({ reference }: { reference: string; currency_code: string }): Promise<Transfer> {
    try {
      const found = await this.client.get(
        `/transfer/verify/${encodeURIComponent(reference)}`,
        PaystackTransfer
      )

      return toTransfer(found, reference)
    } catch (error) {
      if (error instanceof GatewayRefusedError) {
        if (/not[ _]found/i.test(`${error.gateway_code} ${error.message}`)) {
          return NOTHING_THERE
        }
        throw new GatewayUnavailableError(`Paystack would not look the transfer up: ${error.message}`)
      }
      throw error
    }
  }

  /** Paystack answers the recipient that it has for an account, so asking again makes no second one. */
  private async recipientCodeOf(destination: PayoutDestination): Promise<string> {
    try {
      const { recipient_code } = await this.client.post(
        "/transferrecipient",
        recipientOf(destination),
        Recipient
      )

      return recipient_code
    } catch (error) {
      if (error instanceof GatewayRefusedError) {
        throw refusedWithoutNumber(error, destination)
      }
      // Whatever became of the recipient, no money has moved.
      throw error instanceof GatewayUnavailableError
        ? new GatewayUnavailableError(error.message, "none")
        : error
    }
  }
}

/**
 * A reference that is known belongs to an earlier call whose answer was lost. An empty balance is topped up: the same
 * transfer is right later.
 */
function whatRefusalMeans(error: GatewayRefusedError, destination?: PayoutDestination): Error {
  if (/duplicate|already exists|unique/i.test(`${error.gateway_code} ${error.message}`)) {
    return new GatewayUnavailableError("Paystack knows the reference already; it has to be looked up.")
  }
  if (/balance/i.test(`${error.gateway_code} ${error.message}`)) {
    return new GatewayUnavailableError("The balance at Paystack does not suffice for this payout.", "none")
  }

  return refusedWithoutNumber(error, destination)
}

const refusedWithoutNumber = (error: GatewayRefusedError, destination?: PayoutDestination) =>
  new GatewayRefusedError(withoutNumber(error.message, destination), error.gateway_code)

function toTransfer(
  transfer: z.infer<typeof PaystackTransfer>,
  reference: string,
  destination?: PayoutDestination
): Transfer {
  if (transfer.reference !== reference) {
    throw new GatewayUnavailableError("Paystack answered about another transfer than the one asked for.")
  }
  const currency_code = transfer.currency.toLowerCase()
  const amount_minor = fromSubunits(transfer.amount, currency_code)
  if (amount_minor === null) {
    throw new GatewayUnavailableError("Paystack reports an amount that the currency cannot have.")
  }

  return {
    state: STATES[transfer.status] ?? "pending",
    rail_id: transfer.transfer_code ?? null,
    amount_minor,
    currency_code,
    reason: STATES[transfer.status]
      ? withoutNumber(transfer.gateway_response ?? `Paystack says: ${transfer.status}.`, destination)
      : null,
  }
}

/** @throws whatever is no word of the gateway's */
function asOutcome(error: unknown): GatewayRefusedError | GatewayUnavailableError {
  if (error instanceof GatewayRefusedError || error instanceof GatewayUnavailableError) {
    return error
  }
  throw error
}

/** None for what the answer leaves out. */
function outcomesIn(rows: z.infer<typeof PaystackTransferList>, input: TransferInput) {
  const own = rows.find((row) => row.reference === input.reference)
  if (!own) {
    return []
  }
  try {
    return [{ input, outcome: toTransfer(own, input.reference, input.destination) as TransferOutcome }]
  } catch (error) {
    return [{ input, outcome: asOutcome(error) as TransferOutcome }]
  }
}
