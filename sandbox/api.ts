import { z } from "@medusajs/framework/zod"
import { invalid, ok, page, perPageOf, timeOf } from "./answers"
import type { Disputes } from "./disputes"
import { type ApiAnswer, refusal } from "./http"
import type { Settlements } from "./settlements"
import { ApiError, type SandboxRefund, type SandboxState, type SandboxTransaction } from "./state"
import { Split, type Subaccounts } from "./subaccounts"
import type { Transfers } from "./transfers"
import { createdRefund, refundDetails, statusOf, transactionDetails } from "./views"

export type ApiCall = { method: string; path: string; query: URLSearchParams; body: unknown }

/** What the API tells the rest of the sandbox has happened. */
export type ApiEvents = { refunded: (refund: SandboxRefund) => void }

type Context = {
  state: SandboxState
  origin: string
  events: ApiEvents
  transfers: Transfers
  disputes: Disputes
  settlements: Settlements
  subaccounts: Subaccounts
}

type Handler = (call: ApiCall, params: string[], context: Context) => ApiAnswer

const subunits = z.coerce.number().int().positive()

const Initialize = z.object({
  email: z.email(),
  amount: subunits,
  currency: z.enum(["NGN", "GHS", "ZAR", "KES", "USD", "XOF"]).default("NGN"),
  reference: z
    .string()
    .regex(/^[-.=A-Za-z0-9]+$/)
    .optional(),
  callback_url: z.url({ protocol: /^https?$/ }).optional(),
  metadata: z.union([z.string(), z.record(z.string(), z.unknown())]).optional(),
  split: Split.optional(),
})

const CreateRefund = z.object({
  transaction: z.coerce.string(),
  amount: subunits.optional(),
  merchant_note: z.string().optional(),
  customer_note: z.string().optional(),
})

const RetryRefund = z.object({
  refund_account_details: z.object({
    currency: z.string().length(3),
    account_number: z.string().regex(/^\d{10}$/),
    bank_id: z.string().regex(/^\d+$/),
  }),
})

const routes: [method: string, pattern: RegExp, handler: Handler][] = [
  ["POST", /^\/transaction\/initialize$/, initialize],
  ["GET", /^\/transaction\/verify\/([^/]+)$/, verify],
  ["GET", /^\/transaction$/, listTransactions],
  ["GET", /^\/transaction\/(\d+)$/, fetchTransaction],
  ["POST", /^\/refund$/, createRefund],
  ["POST", /^\/refund\/retry_with_customer_details\/(\d+)$/, retryRefund],
  ["GET", /^\/refund$/, listRefunds],
  ["GET", /^\/refund\/(\d+)$/, fetchRefund],
  [
    "GET",
    /^\/balance\/ledger$/,
    ({ query }, _, { transfers }) =>
      page("Balance ledger retrieved", transfers.ledger(), { query, meta: {} }),
  ],
  [
    "GET",
    /^\/settlement$/,
    ({ query }, _, { settlements }) =>
      page("Settlements retrieved", settlements.rows(), { query, meta: { perPage: perPageOf(query) } }),
  ],
  [
    "GET",
    /^\/settlement\/(\d+)\/transactions$/,
    ({ query }, [id], { settlements }) =>
      page("Settlement transactions retrieved", settlements.transactionsOf(Number(id)), { query, meta: {} }),
  ],
  ["GET", /^\/balance$/, (_, __, { transfers }) => ok("Balances retrieved", transfers.balances())],
  [
    "GET",
    /^\/bank\/resolve$/,
    ({ query }, _, { transfers }) => ok("Account number resolved", transfers.resolve(query)),
  ],
  [
    "POST",
    /^\/transferrecipient$/,
    ({ body }, _, { transfers }) => ({
      ...ok("Transfer recipient created successfully", transfers.addRecipient(body)),
      status: 201,
    }),
  ],
  [
    "POST",
    /^\/transfer$/,
    ({ body }, _, { transfers }) => ok("Transfer has been queued", transfers.add(body)),
  ],
  [
    "POST",
    /^\/transfer\/bulk$/,
    ({ body }, _, { transfers }) => {
      const made = transfers.addMany(body)

      return ok(`${made.length} transfers queued.`, made)
    },
  ],
  [
    "GET",
    /^\/transfer\/verify\/([^/]+)$/,
    (_, [reference = ""], { transfers }) => ok("Transfer retrieved", transfers.verify(reference)),
  ],
  [
    "POST",
    /^\/subaccount$/,
    ({ body }, _, { subaccounts }) => ({
      ...ok("Subaccount created", subaccounts.create(body)),
      status: 201,
    }),
  ],
  [
    "GET",
    /^\/subaccount$/,
    ({ query }, _, { subaccounts }) => page("Subaccounts retrieved", subaccounts.rows(), { query, meta: {} }),
  ],
  [
    "PUT",
    /^\/subaccount\/([^/]+)$/,
    ({ body }, [code = ""], { subaccounts }) => ok("Subaccount updated", subaccounts.update(code, body)),
  ],
  ["GET", /^\/dispute$/, listDisputes],
  [
    "GET",
    /^\/dispute\/(\d+)$/,
    (_, [id], { disputes }) => ok("Dispute retrieved", disputes.details(Number(id))),
  ],
  [
    "POST",
    /^\/dispute\/(\d+)\/evidence$/,
    ({ body }, [id], { disputes }) => ok("Evidence created", disputes.addEvidence(Number(id), body)),
  ],
  [
    "GET",
    /^\/dispute\/(\d+)\/upload_url$/,
    ({ query }, [id], { disputes }) =>
      ok("Upload url generated", disputes.uploadAddress(Number(id), query.get("upload_filename"))),
  ],
  [
    "PUT",
    /^\/dispute\/(\d+)\/resolve$/,
    ({ body }, [id], { disputes }) => ok("Dispute successfully resolved", disputes.answer(Number(id), body)),
  ],
]

/** Answers one call of Paystack's API. */
export function answerCall(call: ApiCall, context: Context): ApiAnswer {
  try {
    for (const [method, pattern, handler] of routes) {
      const match = method === call.method ? pattern.exec(call.path) : null
      if (match) {
        return handler(call, match.slice(1).map(decodePart), context)
      }
    }
    throw new ApiError(404, "not_found", "The route was not found")
  } catch (error) {
    return refusal(error instanceof z.ZodError ? invalid(error) : error)
  }
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw new ApiError(400, "invalid_params", "The address is not encoded as it should be")
  }
}

function initialize({ body }: ApiCall, _: string[], { state, origin, subaccounts }: Context): ApiAnswer {
  const { callback_url, ...input } = Initialize.parse(body)
  if (input.split) {
    subaccounts.assertSplit(input.split, input.amount)
  }
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

  return ok("Verification successful", transactionDetails(transaction))
}

function fetchTransaction(_: ApiCall, [id]: string[], { state }: Context): ApiAnswer {
  const transaction = state.transactions.find((candidate) => candidate.id === Number(id))
  if (!transaction) {
    throw new ApiError(404, "transaction_not_found", "Transaction ID not found")
  }

  return ok("Transaction retrieved", transactionDetails(transaction))
}

function listTransactions({ query }: ApiCall, _: string[], { state }: Context): ApiAnswer {
  const [status, from] = [query.get("status"), timeOf(query.get("from")) ?? 0]
  const chosen = state.transactions
    .filter((transaction) => !status || statusOf(transaction) === status)
    .filter(({ created_at }) => Date.parse(created_at) >= from)
  const rows = chosen.map((transaction) => ({
    ...transactionDetails(transaction),
    // An object here, a string or nothing where one transaction is asked for.
    plan: {},
  }))
  const total_volume = state.transactions
    .filter(({ status }) => status === "success")
    .reduce((sum, { amount }) => sum + amount, 0)

  return page("Transactions retrieved", rows, { query, meta: { total_volume } })
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

  return ok("Refund has been queued for processing", createdRefund(refund, transaction))
}

/** The buyer has named an account, so that the refund goes on there. */
function retryRefund({ body }: ApiCall, [id]: string[], { state, events }: Context): ApiAnswer {
  RetryRefund.parse(body)
  const refund = state.refunds.find((candidate) => candidate.id === Number(id))
  if (refund?.status !== "needs-attention") {
    throw new ApiError(400, "invalid_params", "Only a refund that needs attention can be retried")
  }
  state.settleRefund(refund, "processing")
  events.refunded(refund)

  return ok(
    "Refund retried and has been queued for processing",
    refundDetails(refund, transactionOf(refund, state))
  )
}

function listRefunds({ query }: ApiCall, _: string[], { state }: Context): ApiAnswer {
  const reference = query.get("reference") ?? query.get("transaction")
  const from = timeOf(query.get("from")) ?? 0
  const to = timeOf(query.get("to")) ?? Number.POSITIVE_INFINITY
  const rows = state.refunds
    .filter(
      (refund) =>
        !reference || refund.transaction_reference === reference || String(refund.transaction) === reference
    )
    .filter(({ created_at }) => Date.parse(created_at) >= from && Date.parse(created_at) <= to)
    .map((refund) => refundDetails(refund, transactionOf(refund, state)))
  return page("Refunds retrieved", rows, { query, meta: { perPage: perPageOf(query), failedRefundCount: 0 } })
}

function listDisputes({ query }: ApiCall, _: string[], { disputes }: Context): ApiAnswer {
  const rows = disputes.rows({ status: query.get("status"), from: query.get("from") })

  return page("Disputes retrieved", rows, { query, meta: {} })
}

function fetchRefund(_: ApiCall, [id]: string[], { state }: Context): ApiAnswer {
  const refund = state.refunds.find((candidate) => candidate.id === Number(id))
  if (!refund) {
    throw new ApiError(404, "not_found", "Refund not found")
  }

  return ok("Refund retrieved", refundDetails(refund, transactionOf(refund, state)))
}

function transactionOf(refund: SandboxRefund, state: SandboxState): SandboxTransaction {
  const transaction = state.transactions.find(({ id }) => id === refund.transaction)
  if (!transaction) {
    throw new RangeError(`Refund ${refund.id} has no transaction`)
  }

  return transaction
}
