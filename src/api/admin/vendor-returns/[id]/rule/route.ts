import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../lib/route-access"
import { ruleOnReturn } from "../../../../../workflows/vendor-order/act-on-return"
import { retrieveCase } from "../../../../../workflows/vendor-order/return-view"
import { staffContext } from "../../../../access/admit-staff"
import type { AdminRuleOnReturnType } from "../../validators"

export const ACCESS = { POST: staff("refunds:create") } satisfies RouteAccess

export const POST = async (req: MedusaRequest<AdminRuleOnReturnType>, res: MedusaResponse) => {
  const return_id = req.params.id ?? ""
  await ruleOnReturn(req.scope, { return_id, actor: staffContext(req).user_id, ...req.validatedBody })

  res.json({ return: await retrieveCase(req.scope, return_id) })
}
