import {
  type BankDesk,
  type BankReceipt,
  type BankRefundState,
  type BankRefundTask,
  FURTHER,
  furtherReference,
} from "../../lib/bank-desk"
import {
  AbstractGateway,
  BANK_GATEWAY,
  type Charge,
  type FindRefundInput,
  type GatewayEvent,
  type GatewayRefund,
  GatewayRefusedError,
  type OpenedTransaction,
  type OpenTransactionInput,
  type RefundInput,
  type RefundState,
} from "../../lib/gateway"
import { type BankOptions, parseOptions } from "./options"

const STATES: Record<BankRefundState, RefundState> = {
  waiting: "needs_attention",
  made: "processed",
  failed: "failed",
}

/** Transfers to the platform's own bank account behind the gateway port: people are its eyes and hands. */
export class BankGateway extends AbstractGateway {
  static override identifier = BANK_GATEWAY

  override readonly is_refunded_by_hand = true

  private readonly options: BankOptions

  static validateOptions(options: unknown): void {
    parseOptions(options)
  }

  constructor(
    private readonly cradle: { bank_transfer: BankDesk },
    options: unknown
  ) {
    super()
    this.options = parseOptions(options)
  }

  /** Resolved at call time: its module may be built after this one. */
  private get desk(): BankDesk {
    return this.cradle.bank_transfer
  }

  /** There is nobody to be told: the buyer reads account and reference from the session. */
  async open({ reference, currency_code, callback_url }: OpenTransactionInput): Promise<OpenedTransaction> {
    if (!this.options.accounts[currency_code]) {
      throw new GatewayRefusedError(`there is no bank account for ${currency_code.toUpperCase()}`)
    }

    return { reference, redirect_url: callback_url ?? this.options.page_url, access_code: null }
  }

  /** The first transfer that was recorded is the payment, whatever its amount; the others are payments besides. */
  async verify(reference: string, gatewayId: string | null = null): Promise<Charge> {
    const [own = reference, furtherId] = reference.split(FURTHER)
    const receipts = await this.desk.receiptsOf(own)
    const named = furtherId ?? gatewayId
    const counts = named ? receipts.find(({ id }) => id === named) : receipts[0]
    if (!counts) {
      return awaited(reference)
    }
    const others = furtherId ? [] : receipts.filter(({ id }) => id !== counts.id)

    return {
      state: "success",
      reference,
      amount_minor: counts.amount_minor,
      currency_code: counts.currency_code,
      // What the bank takes for an account is no part of a payment.
      fee_minor: 0n,
      gateway_id: counts.id,
      channel: "bank_transfer",
      paid_at: counts.received_at,
      further: others.map((other) => ({ ...moneyOf(other), reference: furtherReference(own, other.id) })),
    }
  }

  /** A task for people, who say how it ended. */
  async refund({ key, reference, amount_minor, currency_code }: RefundInput): Promise<GatewayRefund> {
    return toRefund(await this.desk.askRefund({ key, reference, amount_minor, currency_code }))
  }

  async findRefund({ key }: FindRefundInput): Promise<GatewayRefund | null> {
    const found = await this.desk.findRefund(key)

    return found && toRefund(found)
  }

  /** Nobody sends any: what claims to be one is forged. */
  readWebhook(): GatewayEvent | null {
    return null
  }
}

const moneyOf = ({ amount_minor, currency_code }: BankReceipt) => ({ amount_minor, currency_code })

const toRefund = ({ id, amount_minor, state }: BankRefundTask): GatewayRefund => ({
  gateway_refund_id: id,
  amount_minor,
  state: STATES[state],
})

/** Nothing has arrived, and nobody can know whether anything is on its way: a buyer has done no more than look at an account. */
const awaited = (reference: string): Charge => ({
  state: "unknown_reference",
  reference,
  amount_minor: 0n,
  currency_code: "",
  fee_minor: 0n,
  gateway_id: null,
  channel: null,
  paid_at: null,
})
