import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../lib/route-access"
import { retrieveCommissionRule } from "../../../../../workflows/commission/rule-view"
import { endCommissionRuleWorkflow } from "../../../../../workflows/commission/workflows/end-rule"
import type { AdminEndCommissionRuleType } from "../../validators"

export const ACCESS = { POST: staff("commission:write") } satisfies RouteAccess

export const POST = async (req: MedusaRequest<AdminEndCommissionRuleType>, res: MedusaResponse) => {
  const id = req.params.id!
  await endCommissionRuleWorkflow(req.scope).run({ input: { id, reason: req.validatedBody.reason } })

  res.json({ commission_rule: await retrieveCommissionRule(req.scope, id) })
}
