import { createHmac } from "node:crypto"
import type { Faults } from "./faults"
import type { SandboxRefund, SandboxTransaction } from "./state"

export type Delivery = {
  event: string
  reference: string
  attempts: number
  delivered: boolean
  last_status: number
}

type Pending = { body: string; delivery: Delivery }

type Settings = { secret_key: string; retry_ms: number[] }

/** Sends events as Paystack does: signed over the raw body, again after a delay until they are taken. */
export class Webhooks {
  url: string | null = null
  readonly deliveries: Delivery[] = []
  private held: Pending | null = null
  private readonly timers = new Set<NodeJS.Timeout>()
  private readonly sent: Pending[] = []

  constructor(
    private readonly settings: Settings,
    private readonly faults: Faults
  ) {}

  emit(event: string, reference: string, data: Record<string, unknown>): void {
    const delivery: Delivery = { event, reference, attempts: 0, delivered: false, last_status: 0 }
    const pending = { body: JSON.stringify({ event, data }), delivery }
    this.deliveries.push(delivery)
    this.sent.push(pending)
    const fault = this.faults.take("webhook")
    switch (fault?.kind) {
      case "drop":
        return
      case "duplicate":
        this.later(0, pending)
        this.later(0, pending)
        return
      case "delay":
        this.later(fault.ms ?? 1000, pending)
        return
      case "reorder":
        // Goes out after the next one.
        this.held = pending
        return
      default:
        this.later(0, pending)
        this.releaseHeld()
    }
  }

  private releaseHeld(): void {
    if (this.held) {
      this.later(20, this.held)
      this.held = null
    }
  }

  /** Sends every event of a transaction once more. */
  redeliver(reference: string): void {
    for (const pending of this.sent.filter(({ delivery }) => delivery.reference === reference)) {
      this.later(0, pending)
    }
  }

  clear(): void {
    this.stop()
    this.deliveries.length = 0
    this.sent.length = 0
    this.held = null
  }

  stop(): void {
    for (const timer of this.timers) {
      clearTimeout(timer)
    }
    this.timers.clear()
  }

  private later(ms: number, pending: Pending): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer)
      void this.send(pending)
    }, ms)
    this.timers.add(timer)
  }

  private async send(pending: Pending): Promise<void> {
    if (!this.url) {
      return
    }
    const { body, delivery } = pending
    delivery.attempts += 1
    delivery.last_status = await post(this.url, body, this.sign(body))
    delivery.delivered ||= delivery.last_status === 200
    const wait = this.settings.retry_ms[delivery.attempts - 1]
    if (!delivery.delivered && wait !== undefined) {
      this.later(wait, pending)
    }
  }

  private sign(body: string): string {
    return createHmac("sha512", this.settings.secret_key).update(body).digest("hex")
  }
}

async function post(url: string, body: string, signature: string): Promise<number> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", "x-paystack-signature": signature },
      body,
      signal: AbortSignal.timeout(10_000),
    })
    await response.arrayBuffer()

    return response.status
  } catch {
    return 0
  }
}

/** As rich as the real one, so that a receiver has something to drop. The card is Paystack's public test card. */
export function chargeData(transaction: SandboxTransaction): Record<string, unknown> {
  return {
    id: transaction.id,
    domain: "test",
    status: transaction.status,
    reference: transaction.reference,
    amount: transaction.amount,
    requested_amount: transaction.requested_amount,
    message: null,
    gateway_response: transaction.gateway_response,
    paid_at: transaction.paid_at,
    created_at: transaction.created_at,
    channel: transaction.channel,
    currency: transaction.currency,
    ip_address: "127.0.0.1",
    metadata: "",
    fees: transaction.fees,
    fees_split: null,
    authorization: transaction.status === "success" ? TEST_CARD : {},
    customer: customerOf(transaction),
    plan: null,
    split: {},
    subaccount: {},
    log: null,
    order_id: null,
  }
}

export function refundData(refund: SandboxRefund): Record<string, unknown> {
  return {
    id: refund.id,
    status: refund.status,
    transaction_reference: refund.transaction_reference,
    refund_reference: null,
    // The real one sends a string here.
    amount: String(refund.amount),
    currency: refund.currency,
    processor: "instant-transfer",
    domain: "test",
    merchant_note: refund.merchant_note,
    customer_note: refund.customer_note,
  }
}

const TEST_CARD = {
  authorization_code: "AUTH_sandbox0001",
  bin: "408408",
  last4: "4081",
  exp_month: "12",
  exp_year: "2030",
  channel: "card",
  card_type: "visa",
  bank: "TEST BANK",
  country_code: "NG",
  brand: "visa",
  reusable: true,
  signature: "SIG_sandbox0001",
  account_name: null,
}

export function customerOf({ id, email }: SandboxTransaction) {
  return {
    id,
    first_name: null,
    last_name: null,
    email,
    customer_code: `CUS_${id}`,
    phone: null,
    metadata: null,
    risk_action: "default",
    international_format_phone: null,
  }
}
