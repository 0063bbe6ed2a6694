import type { BankDesk, BankReceipt } from "../../lib/bank-desk"
import { furtherReference, partsOfReference } from "../../lib/further-payment"
import {
  BANK_GATEWAY,
  type Charge,
  GatewayRefusedError,
  type OpenedTransaction,
  type OpenTransactionInput,
  unknownCharge,
} from "../../lib/gateway"
import { GatewayByHand } from "../gateway-by-hand/service"
import { type BankOptions, parseOptions } from "./options"

/** Transfers to the platform's own bank account behind the gateway port: people are its eyes and hands. */
export class BankGateway extends GatewayByHand {
  static override identifier = BANK_GATEWAY

  private readonly options: BankOptions

  static validateOptions(options: unknown): void {
    parseOptions(options)
  }

  constructor(cradle: { bank_transfer: BankDesk }, options: unknown) {
    super(cradle)
    this.options = parseOptions(options)
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
    const { own, further_id } = partsOfReference(reference)
    const receipts = await this.desk.receiptsOf(own)
    const named = further_id ?? gatewayId
    const counts = named ? receipts.find(({ id }) => id === named) : receipts[0]
    if (!counts) {
      // A buyer has done no more than look at an account.
      return unknownCharge(reference)
    }
    const others = further_id ? [] : receipts.filter(({ id }) => id !== counts.id)

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
}

const moneyOf = ({ amount_minor, currency_code }: BankReceipt) => ({ amount_minor, currency_code })
