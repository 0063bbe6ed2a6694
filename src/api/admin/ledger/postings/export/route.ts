import type { MedusaRequest } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../lib/route-access"
import { readPostings } from "../../../../../workflows/ledger/read-books"
import { sendCsv } from "../../../../send-csv"
import type { AdminExportLedgerPostingsParamsType } from "../../validators"
import { filtersOf } from "../helpers"

export const ACCESS = { GET: staff("ledger:read") } satisfies RouteAccess

const COLUMNS = [
  "id",
  "entry_id",
  "kind",
  "occurred_at",
  "posted_at",
  "account",
  "account_type",
  "owner",
  "currency_code",
  "amount",
  "order_id",
] as const

export const GET = async (req: MedusaRequest) => {
  // Validated by the middleware of this very route.
  const filters = filtersOf(req.validatedQuery as unknown as AdminExportLedgerPostingsParamsType)

  await sendCsv(req, { name: "postings.csv", columns: COLUMNS, rows: readPostings(req.scope, filters) })
}
