import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../lib/route-access"
import { listPostings } from "../../../../workflows/ledger/read-books"
import type { AdminGetLedgerPostingsParamsType } from "../validators"
import { filtersOf } from "./helpers"

export const ACCESS = { GET: staff("ledger:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  // Validated by the middleware of this very route.
  const query = req.validatedQuery as unknown as AdminGetLedgerPostingsParamsType
  const { limit, offset, order, ...filters } = query
  const page = { take: limit, skip: offset, is_ascending: order === "created_at" }

  res.json(await listPostings(req.scope, filtersOf(filters), page))
}
