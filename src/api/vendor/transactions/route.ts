import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor } from "../../../lib/route-access"
import { listVendorTransactions } from "../../../workflows/ledger/vendor-transactions"
import { filtersOf } from "./helpers"
import type { VendorGetTransactionsParamsType } from "./validators"

export const ACCESS = { GET: vendor("payouts:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  // Validated by the middleware of this very route.
  const query = req.validatedQuery as unknown as VendorGetTransactionsParamsType
  const filters = { ...filtersOf(req, query), vendor_order_id: query.order_id }
  const page = { take: query.limit, skip: query.offset, is_ascending: query.order === "created_at" }

  res.json(await listVendorTransactions(req.scope, filters, page))
}
