import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { anyone, type RouteAccess } from "../../../lib/route-access"
import { listBuyersReturns, retrieveBuyersReturn } from "../../../workflows/vendor-order/return-view"
import { openReturnWorkflow } from "../../../workflows/vendor-order/workflows/open-return"
import type { StoreGetReturnsParamsType, StoreOpenReturnType } from "./validators"

/** The order's buyer, signed in or by the signed link; the middleware of the routes sees to it. */
export const ACCESS = { GET: anyone(), POST: anyone() } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  // Validated by the middleware of this very route.
  const { order_id, limit, offset, order } = req.validatedQuery as unknown as StoreGetReturnsParamsType
  const page = { take: limit, skip: offset, is_ascending: order === "created_at" }

  res.json(await listBuyersReturns(req.scope, order_id, page))
}

/** In place of core's, which knows of no shops and asks for a shipping option of the platform's. */
export const POST = async (req: MedusaRequest<StoreOpenReturnType>, res: MedusaResponse) => {
  const { result } = await openReturnWorkflow(req.scope).run({ input: req.validatedBody })

  res.status(201).json({ return: await retrieveBuyersReturn(req.scope, result.return_id) })
}
