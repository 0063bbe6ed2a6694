import type { IncomingMessage, ServerResponse } from "node:http"
import { Faults } from "../faults"
import { parseBody, readTextOrFile, send, sendPage } from "../http"
import {
  answerControl,
  answerWithFaults,
  listen,
  type SandboxCall,
  type SandboxSwitches,
  switchesOf,
} from "../server"
import { ApiError } from "../state"
import { Webhooks } from "../webhooks"
import { answerCall, refusal } from "./api"
import { PAGE_ACTIONS, type PageAction, paymentPage } from "./page"
import { type FlutterwaveSettlement, FlutterwaveSettlements } from "./settlements"
import {
  type FlutterwaveChargeback,
  type FlutterwavePayment,
  type FlutterwaveRefund,
  FlutterwaveState,
  type FlutterwaveTransaction,
  type Paid,
  type PaymentMethod,
} from "./state"
import { type FlutterwaveSubaccount, FlutterwaveSubaccounts } from "./subaccounts"
import { type FlutterwaveTransfer, type FlutterwaveTransferStatus, FlutterwaveTransfers } from "./transfers"
import { listedChargeback, transactionDetails } from "./views"

export type FlutterwaveSandboxOptions = {
  secret_key: string
  webhook_hash: string
  /** 0 or absent: any free port. */
  port?: number
  webhook_url?: string
  /** Waits before an event that was not taken is sent again. */
  webhook_retry_ms?: number[]
}

export type FlutterwaveControl = SandboxSwitches & {
  payments: () => readonly FlutterwavePayment[]
  transactions: () => readonly FlutterwaveTransaction[]
  refunds: () => readonly FlutterwaveRefund[]
  chargebacks: () => readonly FlutterwaveChargeback[]
  /** A bank charges a payment back; the merchant has ten days unless told otherwise. */
  chargeBack: (reference: string, over?: { amount?: number; due_in_ms?: number }) => FlutterwaveChargeback
  decideChargeback: (id: number, status: "won" | "lost") => void
  pay: (reference: string, paid?: Paid) => void
  /** The buyer pays in a way that stays pending until `finish` says how it ends. */
  begin: (reference: string, method: Exclude<PaymentMethod, "card">) => void
  finish: (
    reference: string,
    status: "successful" | "failed",
    over?: Pick<Paid, "amount" | "charged_amount">
  ) => void
  decline: (reference: string) => void
  settlements: () => readonly FlutterwaveSettlement[]
  /** Pays out now what was collected; null when nothing is left of it. */
  settleNow: (settling?: Parameters<FlutterwaveSettlements["settle"]>[0]) => FlutterwaveSettlement | null
  subaccounts: () => readonly FlutterwaveSubaccount[]
  /** When a subaccount is paid: with the merchant, or when it is asked for. */
  scheduleSubaccount: (code: string, schedule: FlutterwaveSubaccount["schedule"]) => void
  settleSubaccount: (code: string) => FlutterwaveSettlement | null
  /** Whether the shares that are asked for are split off, of what is paid from now on. */
  splitPayments: (isSplitting: boolean) => void
  transfers: () => readonly FlutterwaveTransfer[]
  settleTransfer: (reference: string, status: FlutterwaveTransferStatus) => void
  /** Puts hundredths on the balance. */
  topUp: (currency: string, amount: number) => void
  /** Forgets payments, faults, calls and deliveries. */
  reset: () => void
}

export type FlutterwaveSandbox = {
  /** Of the API: what `FLUTTERWAVE_BASE_URL` is set to. */
  url: string
  secret_key: string
  control: FlutterwaveControl
  stop: () => Promise<void>
}

const REFUND_TAKES_MS = 50
const API = "/v3"
const PAGE = "/v3/hosted/pay/"

/** Starts a local server that speaks the part of Flutterwave's contract, version 3, which Merkato uses. */
export async function startFlutterwaveSandbox(
  options: FlutterwaveSandboxOptions
): Promise<FlutterwaveSandbox> {
  const sandbox = new Sandbox(options)
  const server = await listen((req, res) => sandbox.handle(req, res), { port: options.port, refuse: refusal })
  sandbox.origin = server.url

  return {
    url: `${server.url}${API}`,
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
  private readonly faults = new Faults()
  private readonly state = new FlutterwaveState()
  private readonly subaccounts = new FlutterwaveSubaccounts()
  private readonly settlements = new FlutterwaveSettlements(
    this.state,
    (currency) => this.transfers.drawn(currency),
    () => this.subaccounts.list
  )
  private readonly transfers: FlutterwaveTransfers = new FlutterwaveTransfers({
    held: (currency) => this.settlements.held(currency),
    faults: this.faults,
    emit: (event, reference, data) => this.webhooks.emit(event, reference, data),
  })
  private readonly webhooks: Webhooks
  private readonly calls: SandboxCall[] = []
  private isStopped = false

  constructor(private readonly options: FlutterwaveSandboxOptions) {
    this.webhooks = new Webhooks(
      {
        // The hash of the dashboard as it is: nothing of the body is in it.
        sign: () => ({ "verif-hash": options.webhook_hash }),
        retry_ms: options.webhook_retry_ms ?? [500, 1000, 2000],
      },
      this.faults
    )
    this.webhooks.url = options.webhook_url ?? null
  }

  stop(): void {
    this.isStopped = true
    this.transfers.stop()
    this.webhooks.stop()
  }

  readonly control: FlutterwaveControl = {
    ...switchesOf({ faults: this.faults, webhooks: () => this.webhooks, calls: this.calls }),
    payments: () => this.state.payments,
    transactions: () => this.state.transactions,
    refunds: () => this.state.refunds,
    chargebacks: () => this.state.chargebacks,
    chargeBack: (reference, over) => this.tellChargeback(this.state.chargeBack(reference, over)),
    decideChargeback: (id, status) => {
      const chargeback = this.state.chargeback(id)
      chargeback.status = status
      this.tellChargeback(chargeback)
    },
    pay: (reference, paid) => this.pay(this.state.payment(reference), paid),
    begin: (reference, method) => {
      this.state.attempt(this.state.payment(reference), "pending", { method })
    },
    finish: (reference, status, over) => this.tell(this.state.finish(reference, status, over)),
    decline: (reference) => this.tell(this.state.attempt(this.state.payment(reference), "failed")),
    settlements: () => this.settlements.list,
    settleNow: (settling) => this.settlements.settle(settling),
    subaccounts: () => this.subaccounts.list,
    scheduleSubaccount: (code, schedule) => {
      this.subaccounts.find(code).schedule = schedule
    },
    settleSubaccount: (code) => this.settlements.settleSubaccount(code),
    splitPayments: (isSplitting) => {
      this.state.isSplitting = isSplitting
    },
    transfers: () => this.transfers.list,
    settleTransfer: (reference, status) => this.transfers.settle(reference, status),
    topUp: (currency, amount) => this.settlements.topUp(currency, amount),
    reset: () => {
      this.state.reset()
      this.settlements.clear()
      this.subaccounts.clear()
      this.transfers.clear()
      this.faults.clear()
      this.webhooks.clear()
      this.calls.length = 0
    },
  }

  async handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = new URL(req.url ?? "/", "http://sandbox")
    const { text, file } = await readTextOrFile(req)
    if (url.pathname.startsWith(PAGE)) {
      this.servePage(req.method ?? "GET", url.pathname.slice(PAGE.length), res)
      return
    }
    if (url.pathname.startsWith("/_sandbox/")) {
      send(res, answerControl(this.control, url.pathname, text))
      return
    }
    const path = url.pathname.startsWith(`${API}/`) ? url.pathname.slice(API.length) : url.pathname
    const call = `${req.method} ${path}`
    if (req.headers.authorization !== `Bearer ${this.options.secret_key}`) {
      throw new ApiError(401, "invalid_key", "Invalid authorization key")
    }
    const body = parseBody(text)
    this.calls.push({ call, body })
    await answerWithFaults(res, call, {
      faults: this.faults,
      refuse: refusal,
      answer: () =>
        answerCall(
          { method: req.method ?? "GET", path, query: url.searchParams, body, file },
          {
            state: this.state,
            settlements: this.settlements,
            transfers: this.transfers,
            subaccounts: this.subaccounts,
            origin: this.origin,
            refunded: (refund) => this.settleLater(refund),
          }
        ),
    })
  }

  private servePage(method: string, path: string, res: ServerResponse): void {
    const [code = "", action] = path.split("/")
    const payment = this.state.payments.find((candidate) => candidate.code === code)
    if (!payment || (method === "GET" && action) || (method !== "GET" && !isAction(action))) {
      sendPage(res, 404, "<h1>There is no such page.</h1>")
      return
    }
    if (!this.state.isPayable(payment)) {
      sendPage(res, method === "GET" ? 200 : 410, "<h1>This payment link is no longer active.</h1>")
      return
    }
    if (!isAction(action)) {
      const hasFailed = this.state.attempts(payment.tx_ref).some(({ status }) => status === "failed")
      sendPage(res, 200, paymentPage(payment, hasFailed ? "The payment failed. You may try again." : ""))
      return
    }
    this.press(payment, action)
    res.writeHead(303, { location: this.afterPage(payment, action) }).end()
  }

  private press(payment: FlutterwavePayment, action: PageAction): void {
    if (action === "pay") {
      this.pay(payment)
    } else if (action === "decline") {
      this.control.decline(payment.tx_ref)
    } else if (action !== "abandon") {
      this.control.begin(payment.tx_ref, action)
    }
  }

  /** A declined buyer stays on the page; the others go back to the shop. */
  private afterPage(payment: FlutterwavePayment, action: PageAction): string {
    if (action === "decline") {
      return `${PAGE}${payment.code}`
    }
    const back = new URL(payment.redirect_url)
    const attempt = this.state.attempts(payment.tx_ref).at(-1)
    back.searchParams.set("status", action === "abandon" ? "cancelled" : (attempt?.status ?? "pending"))
    back.searchParams.set("tx_ref", payment.tx_ref)
    if (attempt) {
      back.searchParams.set("transaction_id", String(attempt.id))
    }

    return back.toString()
  }

  private pay(payment: FlutterwavePayment, paid: Paid = {}): void {
    if (this.state.isPaid(payment.tx_ref)) {
      throw new ApiError(409, "already_paid", "The payment has been made already")
    }
    const fault = this.faults.take("pay")
    const amount = fault?.kind === "wrong_amount" ? (fault.amount ?? payment.amount - 100) : paid.amount
    const currency = fault?.kind === "wrong_currency" ? (fault.currency ?? "GHS") : paid.currency
    this.tell(this.state.attempt(payment, "successful", { ...paid, amount, currency }))
  }

  /** Failed attempts notify as successful ones do. */
  private tell(transaction: FlutterwaveTransaction): void {
    this.webhooks.emit("charge.completed", transaction.tx_ref, transactionDetails(transaction))
  }

  /** The real one's event is not documented: whoever takes this one for more than a hint is wrong. */
  private tellChargeback(chargeback: FlutterwaveChargeback): FlutterwaveChargeback {
    this.webhooks.emit("chargeback", chargeback.tx_ref, listedChargeback(chargeback))

    return chargeback
  }

  /** Whether the money has reached the buyer shows later, and nobody is told. */
  private settleLater(refund: FlutterwaveRefund): void {
    setTimeout(() => {
      if (!this.isStopped) {
        const isCard = this.state.transaction(refund.transaction_id)?.method === "card"
        refund.status = this.faults.take("refund") ? "failed" : isCard ? "completed-mpgs" : "completed-momo"
      }
    }, REFUND_TAKES_MS).unref()
  }
}

const isAction = (name: string | undefined): name is PageAction =>
  (PAGE_ACTIONS as readonly (string | undefined)[]).includes(name)
