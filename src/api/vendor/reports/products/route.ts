import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor } from "../../../../lib/route-access"
import { readProductReport } from "../../../../workflows/report/product-report"
import { askedOfShop } from "../helpers"
import type { VendorGetProductReportParamsType } from "../validators"

export const ACCESS = { GET: vendor("reports:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  // Validated by the middleware of this very route.
  const { limit, offset, ...query } = req.validatedQuery as unknown as VendorGetProductReportParamsType

  res.json(await readProductReport(req.scope, askedOfShop(req, query), { limit, offset }))
}
