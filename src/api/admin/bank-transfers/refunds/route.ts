import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../lib/route-access"
import { listBankRefunds } from "../../../../workflows/bank-transfer/view"
import type { AdminGetBankRefundsParamsType } from "../validators"

export const ACCESS = { GET: staff("ledger:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  // Validated by the middleware of this very route.
  res.json(await listBankRefunds(req.scope, req.validatedQuery as unknown as AdminGetBankRefundsParamsType))
}
