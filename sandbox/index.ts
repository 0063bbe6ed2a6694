import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import { dirname } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { type ApiAnswer, answerCall, refusal } from "./api"
import { type Fault, Faults } from "./faults"
import { paymentPage } from "./page"
import {
  ApiError,
  emptyData,
  type FeeRule,
  NIGERIAN_FEES,
  type SandboxData,
  type SandboxRefund,
  SandboxState,
  type SandboxTransaction,
} from "./state"
import { chargeData, type Delivery, refundData, Webhooks } from "./webhooks"

export type SandboxOptions = {
  secret_key: string
  /** 0 or absent: any free port. */
  port?: number
  webhook_url?: string
  /** Waits before an event that was not taken is sent again. */
  webhook_retry_ms?: number[]
  fees?: FeeRule
  /** Keeps transactions and refunds over a restart. */
  state_file?: string
}

export type SandboxControl = {
  transactions: () => readonly SandboxTransaction[]
  refunds: () => readonly SandboxRefund[]
  deliveries: () => readonly Delivery[]
  /** Calls of the API in their order, such as `POST /refund`, with the body. */
  calls: () => readonly { call: string; body: unknown }[]
  pay: (reference: string, paid?: { amount?: number; currency?: string }) => void
  decline: (reference: string) => void
  fault: (fault: Fault) => void
  redeliver: (reference: string) => void
  setWebhookUrl: (url: string | null) => void
  /** Forgets transactions, faults, calls and deliveries. */
  reset: () => void
}

export type PaystackSandbox = {
  url: string
  secret_key: string
  control: SandboxControl
  stop: () => Promise<void>
}

const MOST_BODY_BYTES = 100_000
const HANGS_MS = 60_000

/** Starts a local server that speaks the part of Paystack's contract which Merkato uses, and can be made to fail. */
export async function startPaystackSandbox(options: SandboxOptions): Promise<PaystackSandbox> {
  const sandbox = new Sandbox(options)
  const server = createServer((req, res) => {
    sandbox.handle(req, res).catch(() => res.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(options.port ?? 0, "127.0.0.1", resolve)
  })
  sandbox.origin = `http://127.0.0.1:${portOf(server)}`

  return {
    url: sandbox.origin,
    secret_key: options.secret_key,
    control: sandbox.control,
    stop: () => {
      sandbox.webhooks.stop()
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

class Sandbox {
  origin = ""
  readonly faults = new Faults()
  readonly webhooks: Webhooks
  private readonly state: SandboxState
  private readonly calls: { call: string; body: unknown }[] = []

  constructor(private readonly options: SandboxOptions) {
    this.webhooks = new Webhooks(
      { secret_key: options.secret_key, retry_ms: options.webhook_retry_ms ?? [500, 1000, 2000, 5000] },
      this.faults
    )
    this.webhooks.url = options.webhook_url ?? null
    this.state = new SandboxState(load(options.state_file), options.fees ?? NIGERIAN_FEES, (data) =>
      save(options.state_file, data)
    )
  }

  readonly control: SandboxControl = {
    transactions: () => this.state.transactions,
    refunds: () => this.state.refunds,
    deliveries: () => this.webhooks.deliveries,
    calls: () => this.calls,
    pay: (reference, paid) => this.pay(this.find(reference), paid),
    decline: (reference) => this.state.fail(this.find(reference), "failed"),
    fault: (fault) => this.faults.set(fault),
    redeliver: (reference) => this.webhooks.redeliver(reference),
    setWebhookUrl: (url) => {
      this.webhooks.url = url
    },
    reset: () => {
      this.state.reset()
      this.faults.clear()
      this.webhooks.clear()
      this.calls.length = 0
    },
  }

  async handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = new URL(req.url ?? "/", "http://sandbox")
    const text = await readBody(req)
    if (url.pathname.startsWith("/checkout/")) {
      this.servePage(req.method ?? "GET", url.pathname, res)
      return
    }
    if (url.pathname.startsWith("/_sandbox/")) {
      send(res, this.answerControl(url, text))
      return
    }
    await this.serveApi(req, res, { url, text })
  }

  private async serveApi(
    req: IncomingMessage,
    res: ServerResponse,
    { url, text }: { url: URL; text: string }
  ) {
    const call = `${req.method} ${url.pathname}`
    if (req.headers.authorization !== `Bearer ${this.options.secret_key}`) {
      send(res, refusal(new ApiError(401, "invalid_key", "Invalid key", "api_error")))
      return
    }
    const body = text ? JSON.parse(text) : undefined
    this.calls.push({ call, body })
    const fault = this.faults.take(call)
    if (fault?.kind === "429") {
      res.setHeader("retry-after", "1")
      send(res, refusal(new ApiError(429, "rate_limited", "Too many requests", "api_error")))
      return
    }
    if (fault?.kind === "5xx_before_commit") {
      send(res, refusal(new ApiError(503, "unknown", "Service unavailable", "api_error")))
      return
    }
    const answer = answerCall(
      { method: req.method ?? "GET", path: url.pathname, query: url.searchParams, body },
      { state: this.state, origin: this.origin, events: { refunded: (refund) => this.settleLater(refund) } }
    )
    if (fault?.kind === "timeout") {
      await Promise.race([
        sleep(HANGS_MS, undefined, { ref: false }),
        new Promise((gone) => res.once("close", gone)),
      ])
      return
    }
    send(
      res,
      fault?.kind === "5xx_after_commit"
        ? refusal(new ApiError(500, "unknown", "Error", "api_error"))
        : answer
    )
  }

  private servePage(method: string, path: string, res: ServerResponse): void {
    const [, , accessCode = "", action] = path.split("/")
    const transaction = this.state.byAccessCode(accessCode)
    if (!transaction) {
      html(res, 404, "<h1>This payment does not exist.</h1>")
      return
    }
    if (method === "GET" || !action || transaction.status === "success") {
      html(res, 200, paymentPage(transaction))
      return
    }
    if (action === "pay") {
      this.pay(transaction)
    } else {
      this.state.fail(transaction, action === "decline" ? "failed" : "abandoned")
    }
    res.writeHead(303, { location: this.afterPage(transaction, action) }).end()
  }

  /** A declined buyer stays on the page, as with Paystack; the others go back to the shop. */
  private afterPage({ access_code, callback_url, reference }: SandboxTransaction, action: string): string {
    if (!callback_url || action === "decline") {
      return `/checkout/${access_code}`
    }
    const back = new URL(callback_url)
    back.searchParams.set("trxref", reference)
    back.searchParams.set("reference", reference)

    return back.toString()
  }

  private pay(transaction: SandboxTransaction, paid: { amount?: number; currency?: string } = {}): void {
    const fault = this.faults.take("pay")
    this.state.pay(transaction, {
      amount:
        fault?.kind === "wrong_amount" ? (fault.amount ?? transaction.requested_amount - 100) : paid.amount,
      currency: fault?.kind === "wrong_currency" ? (fault.currency ?? "GHS") : paid.currency,
    })
    this.webhooks.emit("charge.success", transaction.reference, chargeData(transaction))
  }

  private settleLater(refund: SandboxRefund): void {
    setTimeout(() => {
      this.state.settleRefund(refund, "processed")
      this.webhooks.emit("refund.processed", refund.transaction_reference, refundData(refund))
    }, 50).unref()
  }

  private find(reference: string): SandboxTransaction {
    const transaction = this.state.byReference(reference)
    if (!transaction) {
      throw new ApiError(404, "transaction_not_found", `There is no transaction ${reference}`)
    }

    return transaction
  }

  /** The controls for other processes: `POST /_sandbox/<control>` with JSON arguments, `GET` for lists. */
  private answerControl(url: URL, text: string): ApiAnswer {
    const name = url.pathname.slice("/_sandbox/".length) as keyof SandboxControl
    const control = this.control[name] as ((...args: unknown[]) => unknown) | undefined
    if (!control) {
      return refusal(new ApiError(404, "not_found", "There is no such control"))
    }
    try {
      return { status: 200, body: { data: control(...(text ? [JSON.parse(text)].flat() : [])) ?? null } }
    } catch (error) {
      return refusal(error)
    }
  }
}

async function readBody(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req) {
    size += chunk.length
    if (size > MOST_BODY_BYTES) {
      throw new ApiError(413, "too_large", "The request is too large")
    }
    chunks.push(chunk)
  }

  return Buffer.concat(chunks).toString("utf8")
}

function send(res: ServerResponse, { status, body }: ApiAnswer): void {
  res.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body))
}

function html(res: ServerResponse, status: number, page: string): void {
  res.writeHead(status, { "content-type": "text/html; charset=utf-8" }).end(page)
}

function portOf(server: Server): number {
  const address = server.address()

  return typeof address === "object" && address ? address.port : 0
}

function load(file: string | undefined): SandboxData {
  return file && existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : emptyData()
}

function save(file: string | undefined, data: SandboxData): void {
  if (!file) {
    return
  }
  mkdirSync(dirname(file), { recursive: true })
  // Written beside and moved, so that a kill never leaves half a file.
  writeFileSync(`${file}.new`, JSON.stringify(data))
  renameSync(`${file}.new`, file)
}
