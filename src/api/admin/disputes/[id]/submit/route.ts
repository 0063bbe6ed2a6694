import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../lib/route-access"
import { actOnCase } from "../../helpers"
import type { AdminSubmitDisputeType } from "../../validators"

export const ACCESS = { POST: staff("disputes:write") } satisfies RouteAccess

export const POST = async (req: MedusaRequest<AdminSubmitDisputeType>, res: MedusaResponse) => {
  res.json(await actOnCase(req, { action: "submit", message: req.validatedBody.message ?? null }))
}
