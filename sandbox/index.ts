import type { IncomingMessage, ServerResponse } from "node:http"
import { answerCall } from "./api"
import type { DisputeControl } from "./dispute-data"
import { Disputes, disputeControl } from "./disputes"
import { Faults } from "./faults"
import { parseBody, readBody, readFile, refusal, send, sendPage } from "./http"
import { isAction, type PageAction, paymentPage } from "./page"
import {
  answerControl,
  answerWithFaults,
  listen,
  type SandboxCall,
  type SandboxSwitches,
  switchesOf,
} from "./server"
import type { SettlementControl } from "./settlement-data"
import { Settlements, settlementControl } from "./settlements"
import {
  ApiError,
  type FeeRule,
  NIGERIAN_FEES,
  type SandboxRefund,
  SandboxState,
  type SandboxTransaction,
} from "./state"
import { loadState, saveState } from "./state-file"
import type { SubaccountControl } from "./subaccount-data"
import { Subaccounts, subaccountControl } from "./subaccounts"
import type { SandboxTransfer } from "./transfer-data"
import { Transfers } from "./transfers"
import { chargeData, refundData } from "./views"
import { signedByHmac, Webhooks } from "./webhooks"

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

export type SandboxControl = SandboxSwitches &
  DisputeControl &
  SettlementControl &
  SubaccountControl & {
    transactions: () => readonly SandboxTransaction[]
    refunds: () => readonly SandboxRefund[]
    transfers: () => readonly SandboxTransfer[]
    /** Ends a transfer, or sends one back that was made. */
    settleTransfer: (reference: string, status: SandboxTransfer["status"]) => void
    /** Puts money on the balance that transfers draw on, in subunits. */
    topUp: (currency: string, amount: number) => void
    pay: (reference: string, paid?: { amount?: number; currency?: string }) => void
    decline: (reference: string) => void
    /** Forgets transactions but what was kept, faults, calls and deliveries. */
    reset: () => void
    /** What there is now is what there is after each reset. */
    keep: () => void
    /** After the next reset there is nothing again. */
    forget: () => void
  }

export type PaystackSandbox = {
  url: string
  secret_key: string
  control: SandboxControl
  stop: () => Promise<void>
}

const REFUND_TAKES_MS = 50

const REFUND_ENDS: Record<string, SandboxRefund["status"]> = {
  fails: "failed",
  needs_attention: "needs-attention",
}

/** Starts a local server that speaks the part of Paystack's contract which Merkato uses, and can be made to fail. */
export async function startPaystackSandbox(options: SandboxOptions): Promise<PaystackSandbox> {
  const sandbox = new Sandbox(options)
  const server = await listen((req, res) => sandbox.handle(req, res), { port: options.port, refuse: refusal })
  sandbox.origin = server.url

  return {
    url: server.url,
    secret_key: options.secret_key,
    control: sandbox.control,
    stop: () => {
      sandbox.stop()
      return server.stop()
    },
  }
}

class Sandbox {
  origin = ""
  readonly faults = new Faults()
  private readonly webhooks: Webhooks
  private readonly state: SandboxState
  private readonly transfers: Transfers
  private readonly disputes: Disputes
  private readonly settlements: Settlements
  private readonly subaccounts: Subaccounts
  private readonly calls: SandboxCall[] = []
  private isStopped = false

  constructor(private readonly options: SandboxOptions) {
    this.webhooks = new Webhooks(
      {
        sign: signedByHmac(options.secret_key),
        retry_ms: options.webhook_retry_ms ?? [500, 1000, 2000, 5000],
      },
      this.faults
    )
    this.webhooks.url = options.webhook_url ?? null
    this.state = new SandboxState(loadState(options.state_file), options.fees ?? NIGERIAN_FEES, (data) =>
      saveState(options.state_file, data)
    )
    this.transfers = new Transfers({
      data: () => this.state.transferData,
      save: () => this.state.saveTransfers(),
      next_id: () => this.state.nextId(),
      settled: () => this.settlements.kept(),
      faults: this.faults,
      emit: (...event) => this.webhooks.emit(...event),
    })
    this.disputes = new Disputes({
      data: () => this.state.disputes,
      save: () => this.state.saveTransfers(),
      next_id: () => this.state.nextId(),
      transaction: (key) => this.state.find(key),
      origin: () => this.origin,
      emit: (...event) => this.webhooks.emit(...event),
    })
    this.subaccounts = new Subaccounts({
      data: () => this.state.subaccounts,
      save: () => this.state.saveTransfers(),
      next_id: () => this.state.nextId(),
    })
    this.settlements = new Settlements({
      subaccounts: () => this.subaccounts.list,
      data: () => this.state.settlements,
      save: () => this.state.saveTransfers(),
      next_id: () => this.state.nextId(),
      transactions: () => this.state.transactions,
      refunds: () => this.state.refunds,
      disputes: () => this.disputes.list,
    })
    for (const refund of this.state.refunds.filter(
      ({ status }) => status === "pending" || status === "processing"
    )) {
      this.settleLater(refund)
    }
  }

  stop(): void {
    this.isStopped = true
    this.transfers.stop()
    this.webhooks.stop()
  }

  readonly control: SandboxControl = {
    ...switchesOf({ faults: this.faults, webhooks: () => this.webhooks, calls: this.calls }),
    ...disputeControl(() => this.disputes),
    ...settlementControl(() => this.settlements),
    ...subaccountControl(
      () => this.subaccounts,
      (isSplitting) => {
        this.state.isSplitting = isSplitting
      }
    ),
    transactions: () => this.state.transactions,
    refunds: () => this.state.refunds,
    transfers: () => this.transfers.list,
    settleTransfer: (reference, status) => this.transfers.settle(reference, status),
    topUp: (currency, amount) => this.transfers.topUp(currency, amount),
    pay: (reference, paid) => this.pay(this.state.find(reference), paid),
    decline: (reference) => this.state.fail(this.state.find(reference), "failed"),
    keep: () => this.state.keep(),
    forget: () => this.state.forget(),
    reset: () => {
      this.state.reset()
      this.faults.clear()
      this.webhooks.clear()
      this.calls.length = 0
    },
  }

  async handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = new URL(req.url ?? "/", "http://sandbox")
    if (req.method === "PUT" && url.pathname.startsWith("/_upload/")) {
      this.disputes.files.set(url.pathname.slice("/_upload/".length), await readFile(req))
      send(res, { status: 200, body: {} })
      return
    }
    const text = await readBody(req)
    if (url.pathname.startsWith("/checkout/")) {
      this.servePage(req.method ?? "GET", url.pathname, res)
      return
    }
    if (url.pathname.startsWith("/_sandbox/")) {
      send(res, answerControl(this.control, url.pathname, text))
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
    const body = parseBody(text)
    this.calls.push({ call, body })
    await answerWithFaults(res, call, {
      faults: this.faults,
      refuse: refusal,
      answer: () =>
        answerCall(
          { method: req.method ?? "GET", path: url.pathname, query: url.searchParams, body },
          {
            state: this.state,
            origin: this.origin,
            events: { refunded: (refund) => this.settleLater(refund) },
            transfers: this.transfers,
            disputes: this.disputes,
            settlements: this.settlements,
            subaccounts: this.subaccounts,
          }
        ),
    })
  }

  private servePage(method: string, path: string, res: ServerResponse): void {
    const [, , accessCode = "", action] = path.split("/")
    const transaction = this.state.byAccessCode(accessCode)
    if (!transaction) {
      sendPage(res, 404, "<h1>This payment does not exist.</h1>")
      return
    }
    if (method === "GET" && !action) {
      sendPage(res, 200, paymentPage(transaction))
      return
    }
    if (method !== "POST" || !isAction(action)) {
      sendPage(res, 404, "<h1>There is no such page.</h1>")
      return
    }
    if (transaction.status === "success") {
      sendPage(res, 200, paymentPage(transaction))
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
  private afterPage(
    { access_code, callback_url, reference }: SandboxTransaction,
    action: PageAction
  ): string {
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
      if (this.isStopped || !this.state.refunds.includes(refund)) {
        return
      }
      const status = REFUND_ENDS[this.faults.take("refund")?.kind ?? ""] ?? "processed"
      this.state.settleRefund(refund, status)
      this.webhooks.emit(`refund.${status}`, refund.transaction_reference, refundData(refund))
    }, REFUND_TAKES_MS).unref()
  }
}
