import { z } from "@medusajs/framework/zod"
import type { ApiAnswer, SentFile } from "../http"
import { ApiError } from "../state"
import { answerChargeback, chargebackRows, keepProof } from "./chargebacks"
import type { FlutterwaveSettlements } from "./settlements"
import type { FlutterwaveRefund, FlutterwaveState, FlutterwaveTransaction } from "./state"
import type { FlutterwaveSubaccounts } from "./subaccounts"
import type { FlutterwaveTransfers } from "./transfers"
import { createdRefund, listedChargeback, listedRefund, listedTransaction, transactionDetails } from "./views"

export type ApiCall = {
  method: string
  path: string
  query: URLSearchParams
  body: unknown
  /** What a form brings. */
  file?: SentFile
}

/** What the API tells the rest of the sandbox has happened. */
type Context = {
  state: FlutterwaveState
  settlements: FlutterwaveSettlements
  transfers: FlutterwaveTransfers
  subaccounts: FlutterwaveSubaccounts
  origin: string
  refunded: (refund: FlutterwaveRefund) => void
}

type Handler = (call: ApiCall, params: string[], context: Context) => ApiAnswer

/** Major units as Flutterwave takes them, a number or a text, to hundredths: exact, and nothing smaller. */
const hundredths = z
  .union([z.number(), z.string()])
  .transform(String)
  .pipe(z.string().regex(/^\d{1,12}(\.\d{1,2})?$/))
  .transform((text) => {
    const [whole = "", part = ""] = text.split(".")

    return Number(`${whole}${part.padEnd(2, "0")}`)
  })
  .pipe(z.number().positive())

const OpenPayment = z.object({
  tx_ref: z.string().min(1),
  amount: hundredths,
  currency: z
    .enum(["NGN", "GHS", "KES", "UGX", "RWF", "TZS", "ZMW", "ZAR", "XOF", "XAF", "USD"])
    .default("NGN"),
  redirect_url: z.url({ protocol: /^https?$/ }),
  customer: z.object({ email: z.email() }),
  meta: z.record(z.string(), z.unknown()).optional(),
  subaccounts: z
    .array(
      z.object({
        id: z.string(),
        transaction_charge_type: z.literal("flat_subaccount"),
        transaction_charge: hundredths,
      })
    )
    .optional(),
  configurations: z.object({ session_duration: z.number().int().min(1).max(1440).optional() }).optional(),
})

const CreateRefund = z.object({ amount: hundredths.optional(), comments: z.string().optional() })

const DisableLink = z.object({ link: z.string() })

const routes: [method: string, pattern: RegExp, handler: Handler][] = [
  ["POST", /^\/payments$/, openPayment],
  ["POST", /^\/payments\/link\/disable$/, disableLink],
  ["GET", /^\/transactions\/verify_by_reference$/, verifyByReference],
  ["GET", /^\/transactions$/, listTransactions],
  ["GET", /^\/transactions\/(\d+)\/verify$/, verify],
  ["POST", /^\/transactions\/(\d+)\/refund$/, createRefund],
  ["GET", /^\/refunds$/, listRefunds],
  ["GET", /^\/refunds\/(\d+)$/, fetchRefund],
  [
    "GET",
    /^\/settlements$/,
    ({ query }, _, { settlements }) =>
      page("Settlements fetched", settlements.rows(query.get("subaccount_id")), query),
  ],
  [
    "GET",
    /^\/settlements\/(\d+)$/,
    (_, [id], { settlements }) => ok("Settlement fetched", settlements.one(Number(id))),
  ],
  ["GET", /^\/balances$/, (_, __, { settlements }) => ok("Wallet balances fetched", settlements.balances())],
  [
    "POST",
    /^\/transfers$/,
    ({ body }, _, { transfers }) => ok("Transfer Queued Successfully", transfers.add(body)),
  ],
  [
    "POST",
    /^\/bulk-transfers$/,
    ({ body }, _, { transfers }) => ok("BULK-TRANSFER-CREATED", transfers.addMany(body)),
  ],
  [
    "GET",
    /^\/transfers$/,
    ({ query }, _, { transfers }) => page("Transfers fetched", transfers.rows(query.get("reference")), query),
  ],
  [
    "GET",
    /^\/transfers\/(\d+)$/,
    (_, [id], { transfers }) => ok("Transfer fetched", transfers.one(Number(id))),
  ],
  [
    "POST",
    /^\/accounts\/resolve$/,
    ({ body }, _, { transfers }) => ok("Account details fetched", transfers.resolve(body)),
  ],
  [
    "POST",
    /^\/subaccounts$/,
    ({ body }, _, { subaccounts }) => ok("Subaccount created", subaccounts.create(body)),
  ],
  [
    "GET",
    /^\/subaccounts$/,
    ({ query }, _, { subaccounts }) => page("Subaccounts fetched", subaccounts.rows(), query),
  ],
  [
    "PUT",
    /^\/subaccounts\/(\d+)$/,
    ({ body }, [id], { subaccounts }) => ok("Subaccount updated", subaccounts.update(Number(id), body)),
  ],
  [
    "GET",
    /^\/chargebacks$/,
    ({ query }, _, { state }) =>
      page("Chargebacks fetched", chargebackRows(state, query).map(listedChargeback), query),
  ],
  [
    "PUT",
    /^\/chargebacks\/(\d+)$/,
    ({ body }, [id], { state }) =>
      ok("Chargeback answered", listedChargeback(answerChargeback(state, Number(id), body))),
  ],
  [
    "POST",
    /^\/upload_image$/,
    ({ file }, _, { state, origin }) => ok("Image uploaded", keepProof(state, origin, file)),
  ],
]

/** Answers one call of Flutterwave's API. */
export function answerCall(call: ApiCall, context: Context): ApiAnswer {
  try {
    for (const [method, pattern, handler] of routes) {
      const match = method === call.method ? pattern.exec(call.path) : null
      if (match) {
        return handler(call, match.slice(1), context)
      }
    }
    throw new ApiError(404, "not_found", "Cannot find that route")
  } catch (error) {
    return refusal(error)
  }
}

/** An error in Flutterwave's envelope, which has a sentence and no code. */
export function refusal(error: unknown): ApiAnswer {
  const told = error instanceof z.ZodError ? invalid(error) : error
  const status = told instanceof ApiError ? told.status : 500
  const message = told instanceof Error ? told.message : "Error"

  return { status, body: { status: "error", message, data: null } }
}

function invalid(error: z.ZodError): ApiError {
  const [issue] = error.issues

  return new ApiError(400, "invalid", `${issue?.path.join(".") ?? "body"}: ${issue?.message ?? "is invalid"}`)
}

const ok = (message: string, data: unknown, meta?: unknown): ApiAnswer => ({
  status: 200,
  body: { status: "success", message, data, ...(meta ? { meta } : {}) },
})

function openPayment({ body }: ApiCall, _: string[], { state, origin, subaccounts }: Context): ApiAnswer {
  const { customer, configurations, subaccounts: split = [], ...input } = OpenPayment.parse(body)
  const minutes = configurations?.session_duration ?? 1440
  const payment = state.open(origin, {
    ...input,
    meta: input.meta,
    email: customer.email,
    expires_at: Date.now() + minutes * 60_000,
    shares: split.map(({ id, transaction_charge }) => ({
      subaccount_id: subaccounts.find(id).subaccount_id,
      amount: transaction_charge,
    })),
  })

  return ok("Hosted Link", { link: payment.link })
}

function disableLink({ body }: ApiCall, _: string[], { state }: Context): ApiAnswer {
  const { link } = DisableLink.parse(body)
  const payment = state.payments.find((candidate) => candidate.link === link)
  if (!payment) {
    throw new ApiError(400, "invalid", "Invalid payment link")
  }
  if (payment.is_disabled) {
    throw new ApiError(400, "inactive", "This payment link is currently inactive")
  }
  payment.is_disabled = true

  return ok("LINK DISABLED", true)
}

/** Answers about the buyer's first attempt, whatever became of later ones: the least that a client may count on. */
function verifyByReference({ query }: ApiCall, _: string[], { state }: Context): ApiAnswer {
  const [first] = state.attempts(query.get("tx_ref") ?? "")

  return ok("Transaction fetched successfully", transactionDetails(found(first)))
}

function verify(_: ApiCall, [id]: string[], { state }: Context): ApiAnswer {
  return ok("Transaction fetched successfully", transactionDetails(found(state.transaction(Number(id)))))
}

function listTransactions({ query }: ApiCall, _: string[], { state }: Context): ApiAnswer {
  const reference = query.get("tx_ref")
  const [status, from] = [query.get("status"), query.get("from") ?? ""]
  const rows = state.transactions
    .filter(({ tx_ref }) => !reference || tx_ref === reference)
    .filter((transaction) => !status || transaction.status === status)
    .filter(({ created_at }) => created_at.slice(0, 10) >= from)

  return page("Transactions fetched", rows.map(listedTransaction), query)
}

function createRefund({ body }: ApiCall, [id]: string[], { state, refunded }: Context): ApiAnswer {
  const { amount, comments } = CreateRefund.parse(body ?? {})
  const refund = state.refund(found(state.transaction(Number(id))), amount, comments ?? null)
  refunded(refund)

  return ok("Transaction refund initiated", createdRefund(refund))
}

function listRefunds({ query }: ApiCall, _: string[], { state }: Context): ApiAnswer {
  const from = query.get("from") ?? ""
  const to = query.get("to") ?? "9999"
  const rows = state.refunds.filter(({ created_at }) => {
    const day = created_at.slice(0, 10)
    return day >= from && day <= to
  })

  return page("Refunds fetched", rows.map(listedRefund), query)
}

function fetchRefund(_: ApiCall, [id]: string[], { state }: Context): ApiAnswer {
  const refund = state.refunds.find((candidate) => candidate.id === Number(id))
  if (!refund) {
    throw new ApiError(404, "not_found", "No refund was found for this id")
  }

  return ok("Refund fetched", listedRefund(refund))
}

function found(transaction: FlutterwaveTransaction | undefined): FlutterwaveTransaction {
  if (!transaction) {
    throw new ApiError(400, "not_found", "No transaction was found for this id")
  }

  return transaction
}

const PAGE_SIZE = 20

function page(message: string, rows: unknown[], query: URLSearchParams): ApiAnswer {
  const number = z.coerce
    .number()
    .int()
    .positive()
    .parse(query.get("page") ?? 1)
  const skipped = (number - 1) * PAGE_SIZE

  return ok(message, rows.toReversed().slice(skipped, skipped + PAGE_SIZE), {
    page_info: { total: rows.length, current_page: number, total_pages: Math.ceil(rows.length / PAGE_SIZE) },
  })
}
