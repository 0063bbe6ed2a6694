import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ErrorCode, unauthorized } from "../../../lib/errors"
import { rowsOf } from "../../../lib/list-params"
import { findFor, listBuyerDisputes, retrieveBuyerDispute } from "../../../workflows/dispute/dispute-view"
import { disputeNotFound } from "../../../workflows/dispute/refusals"
import { admitTo } from "../orders/admit-reader"
import type { StoreGetDisputesParamsType } from "./validators"

const customerOf = (req: MedusaRequest) =>
  (req as AuthenticatedMedusaRequest).auth_context?.actor_id || undefined

/** Who writes: a customer's id, or nobody's, for a guest whom the link to the order has let in. */
export const buyerOf = (req: MedusaRequest) => customerOf(req) ?? "guest"

export function pageParams({
  created_at,
  due_at,
  limit,
  offset,
  order,
  ...filters
}: StoreGetDisputesParamsType) {
  const { order: sort, is_descending, ...rows } = rowsOf({ limit, offset, order })

  return {
    filters: {
      ...filters,
      created_from: created_at?.$gte,
      created_before: created_at?.$lt,
      due_before: due_at?.$lt,
    },
    page: { ...rows, sort, is_ascending: !is_descending },
  }
}

/** All cases of a signed-in buyer, or those of one order that the reader has shown a right to. */
export async function listOwnDisputes(req: MedusaRequest) {
  // Validated by the middleware of this very route.
  const { filters, page } = pageParams(req.validatedQuery as unknown as StoreGetDisputesParamsType)
  const customer_id = customerOf(req)
  if (filters.order_id) {
    await admitTo(req, filters.order_id)
    return listBuyerDisputes(req.scope, { ...filters, order_id: filters.order_id }, page)
  }
  if (!customer_id) {
    throw unauthorized(ErrorCode.SIGN_IN_REQUIRED, "Sign in, or show the link to an order with its id.")
  }

  return listBuyerDisputes(req.scope, { ...filters, customer_id }, page)
}

/** In front of what is more than a few words: a case of somebody else's is refused before the body is read. */
export async function admitToDispute(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  await ownDispute(req)
  next()
}

/** The case in the path, to whoever may read its order. @throws not found, the same for a case that there is not */
export async function ownDispute(req: MedusaRequest) {
  const id = req.params.id ?? ""
  const { dispute } = await findFor(req.scope, id)
  await admitTo(req, dispute.order_id).catch(() => {
    throw disputeNotFound(id)
  })

  return retrieveBuyerDispute(req.scope, id)
}
