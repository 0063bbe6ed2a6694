import type { Logger } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { partsOfReference } from "../../lib/further-payment"
import {
  AbstractGateway,
  type Charge,
  type FindRefundInput,
  type GatewayEvent,
  type GatewayRefund,
  GatewayRefusedError,
  GatewayUnavailableError,
  type OpenedTransaction,
  type OpenTransactionInput,
  type RawWebhook,
  type RefundInput,
  unknownCharge,
} from "../../lib/gateway"
import { parseGatewayOptions } from "../../lib/gateway-options"
import { toMajorText } from "./amount"
import { stateOf, toCharge, toFurther } from "./charge"
import { FlutterwaveClient } from "./client"
import { FlutterwaveDisputes } from "./disputes"
import { FlutterwaveOptions } from "./options"
import { isMadeFor, noteOf, toRefund } from "./refunds"
import { HostedLink, Refund, RefundList, Transaction, TransactionList } from "./schemas"
import { FlutterwaveSettlements } from "./settlements"
import { FlutterwaveSplits, subaccountsOf } from "./splits"
import { knowsHash, toEvent } from "./webhook"

const DAY_MS = 24 * 60 * 60 * 1000
const MOST_REFUND_PAGES = 200
const WITHDRAW_TIMEOUT_MS = 5_000

const parseOptions = (options: unknown) => parseGatewayOptions("Flutterwave", FlutterwaveOptions, options)

/** Flutterwave, version 3, behind the gateway port. */
export class FlutterwaveGateway extends AbstractGateway {
  static override identifier = "flutterwave"

  override readonly disputes: FlutterwaveDisputes
  override readonly settlements: FlutterwaveSettlements
  override readonly splits: FlutterwaveSplits
  override readonly page_minutes: number
  private readonly options: FlutterwaveOptions
  private readonly client: FlutterwaveClient
  /** For what a buyer waits for who only changes a cart. */
  private readonly hurried: FlutterwaveClient

  static validateOptions(options: unknown): void {
    parseOptions(options)
  }

  constructor(cradle: { logger?: Logger }, options: unknown) {
    super()
    this.options = parseOptions(options)
    this.page_minutes = this.options.link_minutes
    const logger = this.options.debug ? cradle.logger : undefined
    this.client = new FlutterwaveClient(this.options, logger)
    const write_timeout_ms = Math.min(this.options.write_timeout_ms, WITHDRAW_TIMEOUT_MS)
    this.hurried = new FlutterwaveClient({ ...this.options, write_timeout_ms }, logger)
    this.disputes = new FlutterwaveDisputes(this.client)
    this.settlements = new FlutterwaveSettlements(this.client)
    this.splits = new FlutterwaveSplits(this.client)
  }

  async open(input: OpenTransactionInput): Promise<OpenedTransaction> {
    const { link } = await this.client.post(
      "/payments",
      {
        tx_ref: input.reference,
        amount: toMajorText(input.amount_minor, input.currency_code),
        currency: input.currency_code.toUpperCase(),
        redirect_url: input.callback_url ?? this.options.redirect_url,
        customer: { email: input.email },
        meta: input.metadata,
        subaccounts: subaccountsOf(input),
        configurations: { session_duration: this.options.link_minutes },
      },
      HostedLink
    )

    return { reference: input.reference, redirect_url: link, access_code: null }
  }

  /**
   * A reference covers every attempt of the buyer, and Flutterwave answers about one of them: an attempt that failed must
   * not hide one that succeeded or is still on its way, and of two that succeeded one has to go back.
   */
  async verify(reference: string, gatewayId: string | null = null): Promise<Charge> {
    const { own, further_id } = partsOfReference(reference)
    if (further_id) {
      return { ...toCharge(await this.readAttempt(further_id, own)), reference }
    }
    const told = await this.readByReference(reference)
    if (!told) {
      return unknownCharge(reference)
    }
    const attempts = await this.attemptsOf(reference, told)
    const paid = attempts.filter(({ status }) => stateOf(status) === "success")
    const counts =
      gatewayId ?? paid[0]?.id ?? attempts.find(({ status }) => stateOf(status) === "pending")?.id ?? told.id
    const charge = toCharge(counts === told.id ? told : await this.readAttempt(counts, reference))

    return { ...charge, further: paid.filter((attempt) => attempt.id !== counts).map(toFurther) }
  }

  async refund(input: RefundInput): Promise<GatewayRefund> {
    const refund = await this.client.post(
      `/transactions/${encodeURIComponent(paymentOf(input))}/refund`,
      { amount: toMajorText(input.amount_minor, input.currency_code), comments: noteOf(input.key) },
      Refund
    )

    return toRefund(refund, input.currency_code)
  }

  async findRefund(input: FindRefundInput): Promise<GatewayRefund | null> {
    const found = input.gateway_refund_id
      ? await this.read(`/refunds/${encodeURIComponent(input.gateway_refund_id)}`, Refund)
      : await this.searchRefund(input)

    return found && toRefund(found, input.currency_code)
  }

  override async withdraw(redirectUrl: string): Promise<void> {
    try {
      await this.hurried.post("/payments/link/disable", { link: redirectUrl }, z.unknown())
    } catch (error) {
      // Already disabled, or past its time.
      if (!(error instanceof GatewayRefusedError && /inactive|expired/i.test(error.message))) {
        throw error
      }
    }
  }

  readWebhook(webhook: RawWebhook): GatewayEvent | null {
    return knowsHash(webhook, this.options.webhook_hash) ? toEvent(webhook.raw_body) : null
  }

  private async readByReference(reference: string): Promise<Transaction | null> {
    const path = `/transactions/verify_by_reference?${new URLSearchParams({ tx_ref: reference })}`
    const told = await this.readIfThere(path, Transaction)

    return told && ofReference(told, reference)
  }

  private async readAttempt(id: string, reference: string): Promise<Transaction> {
    return ofReference(
      await this.read(`/transactions/${encodeURIComponent(id)}/verify`, Transaction),
      reference
    )
  }

  /** All that Flutterwave lists under the reference, in the order in which the buyer made them. */
  private async attemptsOf(reference: string, told: Transaction): Promise<Transaction[]> {
    const path = `/transactions?${new URLSearchParams({ tx_ref: reference })}`
    const rows = (await this.readIfThere(path, TransactionList)) ?? []
    const others = rows.filter(({ id, tx_ref }) => tx_ref === reference && id !== told.id)

    return [told, ...others].toSorted((a, b) => a.id.length - b.id.length || (a.id < b.id ? -1 : 1))
  }

  /**
   * Reads every refund made around the attempt and matches the comment itself: a filter that Flutterwave understood
   * differently than we mean it would answer "none", and the buyer would be refunded twice.
   */
  private async searchRefund(input: FindRefundInput): Promise<Refund | null> {
    const query = new URLSearchParams({
      from: dayOf(input.posted_at, -DAY_MS),
      to: dayOf(input.posted_at, 2 * DAY_MS),
    })
    for (let page = 1; page <= MOST_REFUND_PAGES; page += 1) {
      query.set("page", String(page))
      const refunds = (await this.readIfThere(`/refunds?${query}`, RefundList)) ?? []
      const found = refunds.find((refund) => isMadeFor(refund, input.key, paymentOf(input)))
      if (found || !refunds.length) {
        return found ?? null
      }
    }
    throw new GatewayUnavailableError("Flutterwave lists more refunds than can be searched.")
  }

  /** Null when Flutterwave has nothing there. */
  private async readIfThere<Schema extends z.ZodType>(path: string, schema: Schema) {
    try {
      return await this.client.get(path, schema)
    } catch (error) {
      if (error instanceof GatewayRefusedError && isNotFound(error)) {
        return null
      }
      throw concludingNothing(error)
    }
  }

  private async read<Schema extends z.ZodType>(path: string, schema: Schema) {
    try {
      return await this.client.get(path, schema)
    } catch (error) {
      throw concludingNothing(error)
    }
  }
}

/** A refusal of a read says nothing about the money. */
function concludingNothing(error: unknown): unknown {
  return error instanceof GatewayRefusedError
    ? new GatewayUnavailableError(`Flutterwave would not tell: ${error.message}`)
    : error
}

function isNotFound({ gateway_code, message }: GatewayRefusedError): boolean {
  return gateway_code === "not_found" || /\bno (transaction|refund)s? (was|were)? ?found/i.test(message)
}

/** Known as soon as something was paid, and nothing else can be given back. */
function paymentOf({ gateway_id }: { gateway_id: string | null }): string {
  if (gateway_id === null) {
    throw new RangeError("A refund needs the number of the payment at Flutterwave")
  }

  return gateway_id
}

function ofReference(transaction: Transaction, reference: string): Transaction {
  if (transaction.tx_ref !== reference) {
    throw new GatewayUnavailableError(
      "Flutterwave answered about another transaction than the one asked for."
    )
  }

  return transaction
}

const dayOf = (at: Date, shiftMs: number) => new Date(at.getTime() + shiftMs).toISOString().slice(0, 10)
