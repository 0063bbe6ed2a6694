import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../lib/route-access"
import { actOnShop } from "../../helpers"
import type { AdminReviewType } from "../../validators"

export const ACCESS = { POST: staff("vendors:review") } satisfies RouteAccess

export const POST = async (req: MedusaRequest<AdminReviewType>, res: MedusaResponse) => {
  res.json({ vendor: await actOnShop(req, "approve") })
}
