import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../lib/route-access"
import { retrieveCommissionRule } from "../../../../workflows/commission/rule-view"
import { writeCommissionRuleWorkflow } from "../../../../workflows/commission/workflows/write-rule"
import type { AdminUpdateCommissionRuleType } from "../validators"

export const ACCESS = { GET: staff("commission:read"), POST: staff("commission:write") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({ commission_rule: await retrieveCommissionRule(req.scope, req.params.id!) })
}

/** Answers the next version, which has an id of its own. */
export const POST = async (req: MedusaRequest<AdminUpdateCommissionRuleType>, res: MedusaResponse) => {
  const { result } = await writeCommissionRuleWorkflow(req.scope).run({
    input: { terms: req.validatedBody, replaced_id: req.params.id! },
  })

  res.json({ commission_rule: await retrieveCommissionRule(req.scope, result.id) })
}
