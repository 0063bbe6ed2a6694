import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../lib/route-access"
import { readSalesReport } from "../../../../workflows/report/sales-report"
import { askedByStaff } from "../helpers"
import type { AdminGetSalesReportParamsType } from "../validators"

export const ACCESS = { GET: staff("reports:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  // Validated by the middleware of this very route.
  const query = req.validatedQuery as unknown as AdminGetSalesReportParamsType

  res.json(await readSalesReport(req.scope, await askedByStaff(req, query)))
}
