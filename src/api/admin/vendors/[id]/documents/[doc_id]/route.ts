import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../../lib/route-access"
import { retrieveDocument, sendDocument } from "../../../document"
import { actingStaff } from "../../../helpers"

export const ACCESS = { GET: staff("vendors:review") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  actingStaff(req)

  sendDocument(res, await retrieveDocument(req))
}
