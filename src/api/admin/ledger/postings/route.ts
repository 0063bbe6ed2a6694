import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../lib/route-access"
import { listPostings } from "../../../../workflows/ledger/read-books"
import type { AdminGetLedgerPostingsParamsType } from "../validators"

export const ACCESS = { GET: staff("ledger:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  // Validated by the middleware of this very route.
  const query = req.validatedQuery as unknown as AdminGetLedgerPostingsParamsType
  const { limit, offset, order, account, account_type, occurred_at, ...filters } = query
  const period = { occurred_from: occurred_at?.$gte, occurred_before: occurred_at?.$lt }
  const page = { take: limit, skip: offset, is_ascending: order === "created_at" }

  res.json(
    await listPostings(req.scope, { ...filters, ...period, account_code: account, type: account_type }, page)
  )
}
