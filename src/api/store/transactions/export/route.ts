import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { buyer, type RouteAccess } from "../../../../lib/route-access"
import { readBuyerTransactions } from "../../../../workflows/payment/list-buyer-transactions"
import { sendCsv } from "../../../send-csv"
import type { StoreExportTransactionsParamsType } from "../validators"

export const ACCESS = { GET: buyer() } satisfies RouteAccess

const COLUMNS = ["id", "created_at", "kind", "amount", "currency_code", "order_number"] as const

export const GET = async (req: AuthenticatedMedusaRequest) => {
  // Validated by the middleware of this very route.
  const filters = req.validatedQuery as unknown as StoreExportTransactionsParamsType
  const customer_id = req.auth_context.actor_id

  await sendCsv(req, {
    name: "transactions.csv",
    columns: COLUMNS,
    rows: readBuyerTransactions(req.scope, { ...filters, customer_id }),
  })
}
