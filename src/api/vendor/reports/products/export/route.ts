import type { MedusaRequest } from "@medusajs/framework/http"
import { type RouteAccess, vendor } from "../../../../../lib/route-access"
import { PRODUCT_COLUMNS, readProductRows } from "../../../../../workflows/report/product-report"
import { sendCsv } from "../../../../send-csv"
import { askedOfShop } from "../../helpers"
import type { VendorExportProductReportParamsType } from "../../validators"

export const ACCESS = { GET: vendor("reports:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest) => {
  // Validated by the middleware of this very route.
  const query = req.validatedQuery as unknown as VendorExportProductReportParamsType

  await sendCsv(req, {
    name: "products.csv",
    columns: PRODUCT_COLUMNS,
    rows: readProductRows(req.scope, askedOfShop(req, query)),
  })
}
