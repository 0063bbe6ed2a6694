import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { buyer, type RouteAccess } from "../../../lib/route-access"
import { listBuyerTransactions } from "../../../workflows/payment/list-buyer-transactions"
import type { StoreGetTransactionsParamsType } from "./validators"

export const ACCESS = { GET: buyer() } satisfies RouteAccess

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  // Validated by the middleware of this very route.
  const query = req.validatedQuery as unknown as StoreGetTransactionsParamsType
  const { limit, offset, order, ...filters } = query
  const page = { take: limit, skip: offset, is_ascending: order === "created_at" }

  res.json(
    await listBuyerTransactions(req.scope, { ...filters, customer_id: req.auth_context.actor_id }, page)
  )
}
