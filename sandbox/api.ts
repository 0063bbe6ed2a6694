import { z } from "@medusajs/framework/zod"
import { ApiError, type SandboxRefund, type SandboxState, type SandboxTransaction } from "./state"
import { chargeData, customerOf } from "./webhooks"

export type ApiCall = { method: string; path: string; query: URLSearchParams; body: unknown }

export type ApiAnswer = { status: number; body: unknown }

/** What the API tells the rest of the sandbox has happened. */
export type ApiEvents = { refunded: (refund: SandboxRefund) => void }

type Context = { state: SandboxState; origin: string; events: ApiEvents }

type Handler = (call: ApiCall, params: string[], context: Context) => ApiAnswer

const subunits = z.coerce.number().int().positive()

const Initialize = z.object({
  email: z.email(),
  amount: subunits,
  currency: z.enum(["NGN", "GHS", "ZAR", "KES", "USD", "XOF"]).default("NGN"),
  reference: z
    .string()
    .regex(/^[-.=A-Za-z0-9_]+$/)
    .optional(),
  callback_url: z.url().optional(),
})

const CreateRefund = z.object({
  transaction: z.coerce.string(),
  amount: subunits.optional(),
  merchant_note: z.string().optional(),
  customer_note: z.string().optional(),
})

const routes: [method: string, pattern: RegExp, handler: Handler][] = [
  ["POST", /^\/transaction\/initialize$/, initialize],
  ["GET", /^\/transaction\/verify\/([^/]+)$/, verify],
  ["GET", /^\/transaction$/, listTransactions],
  ["GET", /^\/transaction\/(\d+)$/, fetchTransaction],
  ["POST", /^\/refund$/, createRefund],
  ["GET", /^\/refund$/, listRefunds],
  ["GET", /^\/refund\/(\d+)$/, fetchRefund],
  ["GET", /^\/balance$/, balance],
]

/** Answers one call of Paystack's API. */
export function answerCall(call: ApiCall, context: Context): ApiAnswer {
  try {
    for (const [method, pattern, handler] of routes) {
      const match = method === call.method ? pattern.exec(call.path) : null
      if (match) {
        return handler(call, match.slice(1).map(decodeURIComponent), context)
      }
    }
    throw new ApiError(404, "not_found", "The route was not found")
  } catch (error) {
    return refusal(error instanceof z.ZodError ? invalid(error) : error)
  }
}

export function refusal(error: unknown): ApiAnswer {
  if (!(error instanceof ApiError)) {
    throw error
  }
  const { status, code, message, type } = error

  return { status, body: { status: false, message, meta: { nextStep: "Check the request" }, type, code } }
}

function invalid(error: z.ZodError): ApiError {
  const [issue] = error.issues

  return new ApiError(
    400,
    "invalid_params",
    `${issue?.path.join(".") ?? "body"}: ${issue?.message ?? "is invalid"}`
  )
}

const ok = (message: string, data: unknown, meta?: unknown): ApiAnswer => ({
  status: 200,
  body: { status: true, message, data, ...(meta ? { meta } : {}) },
})

function initialize({ body }: ApiCall, _: string[], { state, origin }: Context): ApiAnswer {
  const { callback_url, ...input } = Initialize.parse(body)
  const transaction = state.open({ ...input, callback_url: callback_url ?? null })

  return ok("Authorization URL created", {
    authorization_url: `${origin}/checkout/${transaction.access_code}`,
    access_code: transaction.access_code,
    reference: transaction.reference,
  })
}

function verify(_: ApiCall, [reference = ""]: string[], { state }: Context): ApiAnswer {
  const transaction = state.byReference(reference)
  if (!transaction) {
    throw new ApiError(400, "transaction_not_found", "Transaction reference not found")
  }

  return ok("Verification successful", details(transaction))
}

function fetchTransaction(_: ApiCall, [id]: string[], { state }: Context): ApiAnswer {
  const transaction = state.transactions.find((candidate) => candidate.id === Number(id))
  if (!transaction) {
    throw new ApiError(404, "transaction_not_found", "Transaction ID not found")
  }

  return ok("Transaction retrieved", details(transaction))
}

function listTransactions({ query }: ApiCall, _: string[], { state }: Context): ApiAnswer {
  return page("Transactions retrieved", state.transactions.map(details), query)
}

function createRefund({ body }: ApiCall, _: string[], { state, events }: Context): ApiAnswer {
  const input = CreateRefund.parse(body)
  const transaction =
    state.byReference(input.transaction) ??
    state.transactions.find(({ id }) => String(id) === input.transaction)
  if (!transaction) {
    throw new ApiError(404, "transaction_not_found", "Transaction not found")
  }
  const refund = state.refund({ ...input, transaction })
  events.refunded(refund)

  return ok("Refund has been queued for processing", {
    ...refundView(refund),
    transaction: { id: transaction.id, reference: transaction.reference, amount: transaction.amount },
  })
}

function listRefunds({ query }: ApiCall, _: string[], { state }: Context): ApiAnswer {
  const reference = query.get("reference") ?? query.get("transaction")
  const refunds = state.refunds.filter(
    (refund) =>
      !reference || refund.transaction_reference === reference || String(refund.transaction) === reference
  )

  return page("Refunds retrieved", refunds.map(refundView), query)
}

function fetchRefund(_: ApiCall, [id]: string[], { state }: Context): ApiAnswer {
  const refund = state.refunds.find((candidate) => candidate.id === Number(id))
  if (!refund) {
    throw new ApiError(404, "not_found", "Refund not found")
  }

  return ok("Refund retrieved", refundView(refund))
}

function balance(_: ApiCall, __: string[], { state }: Context): ApiAnswer {
  return ok("Balances retrieved", state.balances())
}

function details(transaction: SandboxTransaction) {
  return { ...chargeData(transaction), customer: customerOf(transaction), receipt_number: null }
}

function refundView(refund: SandboxRefund) {
  return {
    id: refund.id,
    integration: 100_001,
    domain: "test",
    transaction: refund.transaction,
    transaction_reference: refund.transaction_reference,
    dispute: null,
    amount: refund.amount,
    deducted_amount: refund.amount,
    currency: refund.currency,
    channel: "card",
    status: refund.status,
    merchant_note: refund.merchant_note,
    customer_note: refund.customer_note,
    refunded_by: "sandbox@localhost",
    refunded_at: refund.created_at,
    expected_at: refund.created_at,
    createdAt: refund.created_at,
    updatedAt: refund.created_at,
  }
}

function page(message: string, rows: unknown[], query: URLSearchParams): ApiAnswer {
  const perPage = Number(query.get("perPage") ?? 50)
  const number = Number(query.get("page") ?? 1)
  const newestFirst = [...rows].reverse()

  return ok(message, newestFirst.slice((number - 1) * perPage, number * perPage), {
    total: rows.length,
    skipped: (number - 1) * perPage,
    perPage,
    page: number,
    pageCount: Math.ceil(rows.length / perPage),
  })
}
