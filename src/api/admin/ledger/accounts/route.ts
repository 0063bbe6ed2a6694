import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../lib/route-access"
import { listBalances } from "../../../../workflows/ledger/read-books"
import type { AdminGetLedgerAccountsParamsType } from "../validators"

export const ACCESS = { GET: staff("ledger:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  // Validated by the middleware of this very route.
  const query = req.validatedQuery as unknown as AdminGetLedgerAccountsParamsType
  const { limit, offset, account_type, ...filters } = query

  res.json(await listBalances(req.scope, { ...filters, type: account_type }, { take: limit, skip: offset }))
}
