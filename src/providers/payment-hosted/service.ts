import type {
  AuthorizePaymentInput,
  AuthorizePaymentOutput,
  CancelPaymentInput,
  CancelPaymentOutput,
  CapturePaymentInput,
  CapturePaymentOutput,
  DeletePaymentInput,
  DeletePaymentOutput,
  GetPaymentStatusInput,
  GetPaymentStatusOutput,
  InitiatePaymentInput,
  InitiatePaymentOutput,
  RefundPaymentInput,
  RefundPaymentOutput,
  RetrievePaymentInput,
  RetrievePaymentOutput,
  UpdatePaymentInput,
  UpdatePaymentOutput,
  WebhookActionResult,
} from "@medusajs/framework/types"
import { AbstractPaymentProvider, PaymentActions } from "@medusajs/framework/utils"
import { ErrorCode, invalidData, notAllowed } from "../../lib/errors"
import type { GatewayTransaction, GatewayTransactions } from "../../lib/gateway"
import { toMinorUnits } from "../../lib/money"
import { assertPaid } from "./assert-paid"
import type { HostedPaymentOptions } from "./options"
import { chargeData, readClientData, readSessionData, readSplit, type SessionData } from "./session-data"
import { paymentErrors } from "./unreachable"

export type Cradle = { gateway: GatewayTransactions }

/**
 * A gateway with a payment page of its own as Medusa's payment provider. The gateway module keeps the transactions and
 * refunds and talks to the gateway; this class translates between it and Medusa. The gateways take the money at once, so an
 * authorised payment is a captured one. Webhooks come in through the inbox only.
 */
export abstract class HostedPaymentProvider extends AbstractPaymentProvider<HostedPaymentOptions> {
  /** The gateway as buyers know it, for messages. */
  protected abstract readonly label: string

  constructor(
    private readonly cradle: Cradle,
    private readonly options: HostedPaymentOptions
  ) {
    super(cradle, options)
  }

  /** What the buyer has to know where there is no page that says it. */
  protected detailsFor(_currencyCode: string): Partial<SessionData> {
    return {}
  }

  /** Resolved at call time: the gateway module may be built after this provider. */
  private get gateways(): GatewayTransactions {
    return this.cradle.gateway
  }

  /** Opens a transaction for the session. Of the client's data only the e-mail and an allowed callback are used. */
  async initiatePayment(input: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    const sessionId = input.context?.idempotency_key
    if (!sessionId) {
      throw new RangeError("Medusa passes the id of the payment session as idempotency key")
    }
    const data = await this.open(sessionId, input, input.context?.customer?.email)

    return { id: data.reference, status: "pending", data: { ...blanked(input.data), ...data } }
  }

  /** Another amount gets a transaction of its own; money that arrives on the old one is sent back. */
  async updatePayment(input: UpdatePaymentInput): Promise<UpdatePaymentOutput> {
    const transaction = await this.transactionOf(input.data)
    const sessionId = transaction?.session_id ?? input.context?.idempotency_key
    if (!sessionId) {
      throw invalidData(
        ErrorCode.PAYMENT_DATA_REFUSED,
        `This payment session was not opened with ${this.label}.`
      )
    }
    const email = input.context?.customer?.email ?? transaction?.email

    return { status: "pending", data: await this.open(sessionId, input, email) }
  }

  /** @throws with a stable code unless exactly the expected amount was paid under the session's own reference */
  async authorizePayment(input: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    const session = readSessionData(input.data)
    const checked = session && (await this.paymentErrors(this.gateways.checkCharge(session.reference)))
    if (!session || !checked) {
      throw notAllowed(
        ErrorCode.PAYMENT_MISMATCH,
        `This payment session has no transaction of ours at ${this.label}.`
      )
    }
    const refunds = await this.gateways.listRefundsOf(session.reference)
    assertPaid({ session, session_id: input.context?.idempotency_key, ...checked, refunds })

    return { status: "captured", data: { ...session, ...chargeData(checked.charge) } }
  }

  async capturePayment(input: CapturePaymentInput): Promise<CapturePaymentOutput> {
    return { data: keptData(input.data) }
  }

  /**
   * Does nothing: a paid transaction goes back through `refundPayment`. A failed completion may run both, and must
   * refund once.
   */
  async cancelPayment(input: CancelPaymentInput): Promise<CancelPaymentOutput> {
    return { data: keptData(input.data) }
  }

  /** Shuts the payment page where the gateway can; where it stays open, money that arrives is found and sent back. */
  async deletePayment(input: DeletePaymentInput): Promise<DeletePaymentOutput> {
    const session = readSessionData(input.data)
    if (session) {
      await this.gateways.withdraw(session.reference)
    }

    return { data: keptData(input.data) }
  }

  /** Refunds once per Medusa refund, whose id Medusa passes as idempotency key. */
  async refundPayment(input: RefundPaymentInput): Promise<RefundPaymentOutput> {
    const key = input.context?.idempotency_key
    const transaction = await this.transactionOf(input.data)
    if (!key || !transaction) {
      throw notAllowed(
        ErrorCode.PAYMENT_REFUND_REFUSED,
        `This payment has no transaction of ours at ${this.label}.`
      )
    }
    const amountMinor = toMinorUnits(input.amount, transaction.currency_code)
    if (amountMinor <= 0n) {
      throw notAllowed(
        ErrorCode.PAYMENT_REFUND_REFUSED,
        "A refund needs an amount of at least one minor unit."
      )
    }
    await this.paymentErrors(
      this.gateways.refund({
        reference: transaction.reference,
        key,
        amount_minor: amountMinor,
        origin: "medusa",
      })
    )

    return { data: keptData(input.data) }
  }

  /** The session's data, refreshed with what is known of the charge; asks nobody. */
  async retrievePayment(input: RetrievePaymentInput): Promise<RetrievePaymentOutput> {
    return { data: keptData(input.data) }
  }

  async getPaymentStatus(input: GetPaymentStatusInput): Promise<GetPaymentStatusOutput> {
    const session = readSessionData(input.data)
    const checked = session && (await this.paymentErrors(this.gateways.checkCharge(session.reference)))
    switch (checked?.charge.state) {
      case "success":
      case "reversed":
        return { status: "captured" }
      case "failed":
        return { status: "error" }
      default:
        return { status: "requires_more" }
    }
  }

  async getWebhookActionAndData(): Promise<WebhookActionResult> {
    return { action: PaymentActions.NOT_SUPPORTED }
  }

  private async open(
    sessionId: string,
    input: Pick<InitiatePaymentInput, "amount" | "currency_code" | "data">,
    knownEmail: string | undefined
  ): Promise<SessionData> {
    const client = readClientData(input.data, this.options.allowed_origins)
    // Core opens a session anew from an earlier one's data, which names no buyer: the transaction behind it does.
    const email = knownEmail ?? client.email ?? (await this.transactionOf(input.data))?.email
    if (!email) {
      throw invalidData(ErrorCode.PAYMENT_DATA_REFUSED, `${this.label} needs the buyer's e-mail address.`)
    }
    const currencyCode = input.currency_code.toLowerCase()
    const amountMinor = toMinorUnits(input.amount, currencyCode)
    if (amountMinor <= 0n) {
      throw invalidData(ErrorCode.PAYMENT_DATA_REFUSED, "There is nothing to pay.")
    }
    const opened = await this.paymentErrors(
      this.gateways.openTransaction({
        gateway: this.options.gateway,
        session_id: sessionId,
        amount_minor: amountMinor,
        currency_code: currencyCode,
        email,
        callback_url: client.callback_url ?? this.options.callback_url,
        metadata: { session_id: sessionId },
        split: readSplit(input.data, amountMinor),
      })
    )

    return {
      session_id: sessionId,
      reference: opened.reference,
      expected_minor: String(amountMinor),
      currency_code: currencyCode,
      authorization_url: opened.redirect_url,
      ...(opened.access_code ? { access_code: opened.access_code } : {}),
      ...this.detailsFor(currencyCode),
    }
  }

  private paymentErrors<T>(call: Promise<T>): Promise<T> {
    return paymentErrors(this.label, call)
  }

  private async transactionOf(data: unknown): Promise<GatewayTransaction | null> {
    const session = readSessionData(data)

    return session && this.gateways.findTransaction(session.reference)
  }
}

/**
 * Core keeps what the client sent beside what the provider answers; a key without a value takes the client's place
 * and is stored as nothing, so that no card number or foreign address ever stays in a session.
 */
function blanked(data: Record<string, unknown> = {}): Record<string, undefined> {
  return Object.fromEntries(Object.keys(data).map((key) => [key, undefined]))
}

/** Only our own keys stay in a payment's data, whatever was put there. */
function keptData(data: unknown): Record<string, unknown> {
  return readSessionData(data) ?? {}
}
