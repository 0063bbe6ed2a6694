import type { MedusaRequest } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../lib/route-access"
import { PRODUCT_COLUMNS, readProductRows } from "../../../../../workflows/report/product-report"
import { sendCsv } from "../../../../send-csv"
import { askedByStaff } from "../../helpers"
import type { AdminExportProductReportParamsType } from "../../validators"

export const ACCESS = { GET: staff("reports:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest) => {
  // Validated by the middleware of this very route.
  const query = req.validatedQuery as unknown as AdminExportProductReportParamsType

  await sendCsv(req, {
    name: "products.csv",
    columns: PRODUCT_COLUMNS,
    rows: readProductRows(req.scope, await askedByStaff(req, query)),
  })
}
