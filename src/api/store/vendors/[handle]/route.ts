import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { anyone, type RouteAccess } from "../../../../lib/route-access"
import { retrieveSellingVendor } from "../helpers"

export const ACCESS = { GET: anyone() } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({ vendor: await retrieveSellingVendor(req.scope, req.params.handle!, req.queryConfig.fields) })
}
