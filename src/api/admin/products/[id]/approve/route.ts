import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../lib/route-access"
import { decideProduct } from "../../helpers"
import type { AdminApproveProductType } from "../../validators"

export const ACCESS = { POST: staff("products:approve") } satisfies RouteAccess

export const POST = async (req: MedusaRequest<AdminApproveProductType>, res: MedusaResponse) => {
  res.json(await decideProduct(req, "approved"))
}
