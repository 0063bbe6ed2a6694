import type { MedusaRequest } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../lib/route-access"
import { readSalesRows, SALES_COLUMNS } from "../../../../../workflows/report/sales-report"
import { sendCsv } from "../../../../send-csv"
import { askedByStaff } from "../../helpers"
import type { AdminGetSalesReportParamsType } from "../../validators"

export const ACCESS = { GET: staff("reports:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest) => {
  // Validated by the middleware of this very route.
  const query = req.validatedQuery as unknown as AdminGetSalesReportParamsType

  await sendCsv(req, {
    name: "sales.csv",
    columns: SALES_COLUMNS,
    rows: readSalesRows(req.scope, await askedByStaff(req, query)),
  })
}
