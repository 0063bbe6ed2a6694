import type { Logger } from "@medusajs/framework/types"
import type { z } from "@medusajs/framework/zod"
import { cardKeysOf } from "../../lib/card-keys"
import {
  AbstractGateway,
  type Charge,
  type ChargeState,
  type FindRefundInput,
  type GatewayEvent,
  type GatewayRefund,
  GatewayRefusedError,
  GatewayUnavailableError,
  type OpenedTransaction,
  type OpenTransactionInput,
  type RawWebhook,
  type RefundAccountInput,
  type RefundInput,
  unknownCharge,
} from "../../lib/gateway"
import { exactly, feeFromSubunits, toSubunits } from "./amount"
import { PaystackClient } from "./client"
import { PaystackDisputes } from "./disputes"
import { PaystackOptions, parseOptions } from "./options"
import { sendRefundAccount, toRefund } from "./refunds"
import { InitializedTransaction, Refund, RefundList, VerifiedTransaction } from "./schemas"
import { PaystackSettlements } from "./settlements"
import { PaystackSplits, splitOf } from "./splits"
import { isSigned, toEvent } from "./webhook"

const DAY_MS = 24 * 60 * 60 * 1000
const REFUNDS_PER_PAGE = 100
const MOST_REFUND_PAGES = 100

const CHARGE_STATES: Record<string, ChargeState> = {
  success: "success",
  failed: "failed",
  abandoned: "abandoned",
  reversed: "reversed",
}

/** Paystack behind the gateway port. */
export class PaystackGateway extends AbstractGateway {
  static override identifier = "paystack"

  override readonly disputes: PaystackDisputes
  override readonly settlements: PaystackSettlements
  override readonly splits: PaystackSplits
  private readonly options: PaystackOptions
  private readonly client: PaystackClient

  static validateOptions(options: unknown): void {
    parseOptions(PaystackOptions, options)
  }

  constructor(cradle: { logger?: Logger }, options: unknown) {
    super()
    this.options = parseOptions(PaystackOptions, options)
    this.client = new PaystackClient(this.options, this.options.debug ? cradle.logger : undefined)
    this.disputes = new PaystackDisputes(this.client)
    this.settlements = new PaystackSettlements(this.client)
    this.splits = new PaystackSplits(this.client)
  }

  async open(input: OpenTransactionInput): Promise<OpenedTransaction> {
    const opened = await this.client.post(
      "/transaction/initialize",
      {
        email: input.email,
        amount: toSubunits(input.amount_minor, input.currency_code),
        currency: input.currency_code.toUpperCase(),
        reference: input.reference,
        callback_url: input.callback_url,
        metadata: input.metadata,
        split: splitOf(input),
      },
      InitializedTransaction
    )
    if (opened.reference !== input.reference) {
      throw new GatewayUnavailableError("Paystack opened a transaction under another reference than ours.")
    }

    return {
      reference: opened.reference,
      redirect_url: opened.authorization_url,
      access_code: opened.access_code,
    }
  }

  async verify(reference: string): Promise<Charge> {
    try {
      const path = `/transaction/verify/${encodeURIComponent(reference)}`

      return toCharge(await this.client.get(path, VerifiedTransaction), reference)
    } catch (error) {
      if (!(error instanceof GatewayRefusedError)) {
        throw error
      }
      if (isUnknownReference(error)) {
        return unknownCharge(reference)
      }
      // Any other refusal of a read says nothing about the transaction.
      throw new GatewayUnavailableError(`Paystack would not verify the transaction: ${error.message}`)
    }
  }

  async refund(input: RefundInput): Promise<GatewayRefund> {
    const refund = await this.client.post(
      "/refund",
      {
        transaction: input.reference,
        amount: toSubunits(input.amount_minor, input.currency_code),
        merchant_note: noteOf(input.key),
      },
      Refund
    )

    return toRefund(refund, input.currency_code)
  }

  async findRefund(input: FindRefundInput): Promise<GatewayRefund | null> {
    try {
      const found = input.gateway_refund_id
        ? await this.client.get(`/refund/${encodeURIComponent(input.gateway_refund_id)}`, Refund)
        : await this.searchRefund(input)

      return found && toRefund(found, input.currency_code)
    } catch (error) {
      if (error instanceof GatewayRefusedError) {
        throw new GatewayUnavailableError(`Paystack would not look the refund up: ${error.message}`)
      }
      throw error
    }
  }

  override sendRefundAccount(input: RefundAccountInput): Promise<GatewayRefund> {
    return sendRefundAccount(this.client, input)
  }

  /**
   * Reads every refund made around the attempt and matches the note itself: a filter that Paystack understood
   * differently than we mean it would answer "none", and the buyer would be refunded twice.
   */
  private async searchRefund(input: FindRefundInput): Promise<z.infer<typeof Refund> | null> {
    const query = new URLSearchParams({
      perPage: String(REFUNDS_PER_PAGE),
      from: new Date(input.posted_at.getTime() - DAY_MS).toISOString(),
      to: new Date(input.posted_at.getTime() + DAY_MS).toISOString(),
    })
    for (let page = 1; page <= MOST_REFUND_PAGES; page += 1) {
      query.set("page", String(page))
      const refunds = await this.client.get(`/refund?${query}`, RefundList)
      const found = refunds.find((refund) => isAbout(refund, input))
      if (found) {
        return found
      }
      // A page that is merely short may be the gateway's own limit on the page size.
      if (!refunds.length) {
        return null
      }
    }
    throw new GatewayUnavailableError("Paystack lists more refunds than can be searched.")
  }

  readWebhook(webhook: RawWebhook): GatewayEvent | null {
    return isSigned(webhook, this.options.secret_key) ? toEvent(webhook.raw_body) : null
  }
}

const noteOf = (key: string) => `merkato:${key}`

function isAbout(refund: z.infer<typeof Refund>, input: FindRefundInput): boolean {
  const isSameTransaction = !refund.transaction_reference || refund.transaction_reference === input.reference

  return isSameTransaction && (refund.merchant_note ?? "").split(/\s+/).includes(noteOf(input.key))
}

function isUnknownReference(error: GatewayRefusedError): boolean {
  return (
    error.gateway_code === "transaction_not_found" ||
    error.gateway_code === "not_found" ||
    /reference not found/i.test(error.message)
  )
}

function toCharge(transaction: z.infer<typeof VerifiedTransaction>, reference: string): Charge {
  if (transaction.reference !== reference) {
    throw new GatewayUnavailableError("Paystack answered about another transaction than the one asked for.")
  }
  const state = CHARGE_STATES[transaction.status] ?? "pending"
  const isPaid = state === "success" || state === "reversed"
  const currencyCode = transaction.currency.toLowerCase()
  const signature = transaction.authorization?.signature

  return {
    state,
    reference,
    amount_minor: isPaid ? exactly(transaction.amount, currencyCode) : 0n,
    currency_code: currencyCode,
    fee_minor: isPaid ? feeFromSubunits(transaction.fees ?? 0n, currencyCode) : 0n,
    gateway_id: transaction.id,
    channel: transaction.channel ?? null,
    paid_at: isPaid ? (transaction.paid_at ?? null) : null,
    ...(isPaid && signature ? { card_keys: cardKeysOf(signature) } : {}),
  }
}
