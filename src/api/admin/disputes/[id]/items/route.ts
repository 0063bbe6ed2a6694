import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../lib/route-access"
import { actOnCase } from "../../helpers"
import type { AdminNameDisputeItemsType } from "../../validators"

export const ACCESS = { POST: staff("disputes:rule") } satisfies RouteAccess

export const POST = async (req: MedusaRequest<AdminNameDisputeItemsType>, res: MedusaResponse) => {
  res.json(await actOnCase(req, { action: "name_items", ...req.validatedBody }))
}
