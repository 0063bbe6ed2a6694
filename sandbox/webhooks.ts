import { createHmac } from "node:crypto"
import type { Faults } from "./faults"

export type Delivery = {
  event: string
  reference: string
  attempts: number
  delivered: boolean
  last_status: number
}

type Pending = { body: string; delivery: Delivery }

type Settings = {
  /** The headers by which a receiver knows who sent the body. */
  sign: (body: string) => Record<string, string>
  retry_ms: number[]
}

const TIMEOUT_MS = 10_000
const OUT_OF_ORDER_MS = 20

/** Paystack's signature: over the raw body, with the secret key. */
export const signedByHmac = (secretKey: string) => (body: string) => ({
  "x-paystack-signature": createHmac("sha512", secretKey).update(body).digest("hex"),
})

/** Sends events as the gateways do: again after a delay until they are taken. */
export class Webhooks {
  url: string | null = null
  readonly deliveries: Delivery[] = []
  private held: Pending[] = []
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
    if (fault?.kind === "reorder") {
      this.held.push(pending)
      return
    }
    if (fault?.kind !== "drop") {
      this.later(fault?.kind === "delay" ? (fault.ms ?? 1000) : 0, pending)
    }
    if (fault?.kind === "duplicate") {
      this.later(0, pending)
    }
    for (const overtaken of this.held.splice(0)) {
      this.later(OUT_OF_ORDER_MS, overtaken)
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
    this.held = []
  }

  stop(): void {
    for (const timer of this.timers) {
      clearTimeout(timer)
    }
    this.timers.clear()
    // An attempt that is under way finds its event gone and is not repeated.
    this.sent.length = 0
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
    delivery.last_status = await post(this.url, body, this.settings.sign(body))
    delivery.delivered ||= delivery.last_status === 200
    const wait = this.settings.retry_ms[delivery.attempts - 1]
    if (!delivery.delivered && wait !== undefined && this.sent.includes(pending)) {
      this.later(wait, pending)
    }
  }
}

async function post(url: string, body: string, signature: Record<string, string>): Promise<number> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...signature },
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    await response.arrayBuffer()

    return response.status
  } catch {
    return 0
  }
}
