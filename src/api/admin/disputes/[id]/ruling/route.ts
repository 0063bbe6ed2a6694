import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../lib/route-access"
import { actOnCase } from "../../helpers"
import type { AdminRuleDisputeType } from "../../validators"

export const ACCESS = { POST: staff("disputes:rule") } satisfies RouteAccess

export const POST = async (req: MedusaRequest<AdminRuleDisputeType>, res: MedusaResponse) => {
  const { amount = null, ...ruling } = req.validatedBody

  res.json(await actOnCase(req, { action: "rule", ...ruling, amount }))
}
