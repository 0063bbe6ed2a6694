import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor, WHILE_SERVING } from "../../../../../lib/route-access"
import { actOnCaseWorkflow } from "../../../../../workflows/dispute/workflows/act-on-case"
import { answerCase, caseRef } from "../../helpers"

export const ACCESS = { POST: vendor("disputes:write", { while: WHILE_SERVING }) } satisfies RouteAccess

export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  await actOnCaseWorkflow(req.scope).run({ input: { ...caseRef(req), action: "accept" } })

  res.json(await answerCase(req))
}
