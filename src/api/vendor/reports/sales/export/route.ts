import type { MedusaRequest } from "@medusajs/framework/http"
import { type RouteAccess, vendor } from "../../../../../lib/route-access"
import { readSalesRows, SALES_COLUMNS } from "../../../../../workflows/report/sales-report"
import { sendCsv } from "../../../../send-csv"
import { askedOfShop } from "../../helpers"
import type { VendorGetSalesReportParamsType } from "../../validators"

export const ACCESS = { GET: vendor("reports:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest) => {
  // Validated by the middleware of this very route.
  const query = req.validatedQuery as unknown as VendorGetSalesReportParamsType

  await sendCsv(req, {
    name: "sales.csv",
    columns: SALES_COLUMNS,
    rows: readSalesRows(req.scope, askedOfShop(req, query)),
  })
}
