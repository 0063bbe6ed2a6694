import type { MedusaRequest } from "@medusajs/framework/http"
import { type RouteAccess, vendor } from "../../../../../lib/route-access"
import { sendStatementFile } from "../../../../send-statement"
import { boundVendorId } from "../../../context"
import { periodOf } from "../../period"

export const ACCESS = { GET: vendor("payouts:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest) => {
  await sendStatementFile(req, { vendor_id: boundVendorId(req), period: periodOf(req) })
}
