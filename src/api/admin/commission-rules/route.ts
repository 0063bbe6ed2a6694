import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { rowsOf } from "../../../lib/list-params"
import { type RouteAccess, staff } from "../../../lib/route-access"
import { listCommissionRules, retrieveCommissionRule } from "../../../workflows/commission/rule-view"
import { writeCommissionRuleWorkflow } from "../../../workflows/commission/workflows/write-rule"
import type { AdminCreateCommissionRuleType, AdminGetCommissionRulesParamsType } from "./validators"

export const ACCESS = { GET: staff("commission:read"), POST: staff("commission:write") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  // Validated by the middleware of this very route.
  const query = req.validatedQuery as unknown as AdminGetCommissionRulesParamsType
  const { status, q, limit, offset, order, ...conditions } = query

  res.json(await listCommissionRules(req.scope, { status, q, conditions }, rowsOf({ limit, offset, order })))
}

export const POST = async (req: MedusaRequest<AdminCreateCommissionRuleType>, res: MedusaResponse) => {
  const { result } = await writeCommissionRuleWorkflow(req.scope).run({ input: { terms: req.validatedBody } })

  res.status(201).json({ commission_rule: await retrieveCommissionRule(req.scope, result.id) })
}
