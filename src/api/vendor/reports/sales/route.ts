import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor } from "../../../../lib/route-access"
import { readSalesReport } from "../../../../workflows/report/sales-report"
import { askedOfShop } from "../helpers"
import type { VendorGetSalesReportParamsType } from "../validators"

export const ACCESS = { GET: vendor("reports:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  // Validated by the middleware of this very route.
  const query = req.validatedQuery as unknown as VendorGetSalesReportParamsType

  res.json(await readSalesReport(req.scope, askedOfShop(req, query)))
}
