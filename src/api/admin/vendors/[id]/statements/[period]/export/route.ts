import type { MedusaRequest } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../../../lib/route-access"
import { sendStatementFile } from "../../../../../../send-statement"
import { periodOf } from "../../../../../../vendor/statements/period"
import { knownVendor } from "../../vendor"

export const ACCESS = { GET: staff("ledger:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest) => {
  await sendStatementFile(req, { vendor_id: await knownVendor(req), period: periodOf(req) })
}
