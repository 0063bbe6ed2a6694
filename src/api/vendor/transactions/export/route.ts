import type { MedusaRequest } from "@medusajs/framework/http"
import { type RouteAccess, vendor } from "../../../../lib/route-access"
import { readVendorTransactions } from "../../../../workflows/ledger/vendor-transactions"
import { sendCsv } from "../../../send-csv"
import { filtersOf } from "../helpers"
import type { VendorExportTransactionsParamsType } from "../validators"

export const ACCESS = { GET: vendor("payouts:read") } satisfies RouteAccess

const COLUMNS = ["id", "occurred_at", "kind", "balance", "amount", "currency_code", "order_number"] as const

export const GET = async (req: MedusaRequest) => {
  // Validated by the middleware of this very route.
  const filters = filtersOf(req, req.validatedQuery as unknown as VendorExportTransactionsParamsType)

  await sendCsv(req, {
    name: "transactions.csv",
    columns: COLUMNS,
    rows: readVendorTransactions(req.scope, filters),
  })
}
