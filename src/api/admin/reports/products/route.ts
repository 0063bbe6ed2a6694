import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../lib/route-access"
import { readProductReport } from "../../../../workflows/report/product-report"
import { askedByStaff } from "../helpers"
import type { AdminGetProductReportParamsType } from "../validators"

export const ACCESS = { GET: staff("reports:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  // Validated by the middleware of this very route.
  const { limit, offset, ...query } = req.validatedQuery as unknown as AdminGetProductReportParamsType

  res.json(await readProductReport(req.scope, await askedByStaff(req, query), { limit, offset }))
}
