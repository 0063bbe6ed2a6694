import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../lib/route-access"
import { startImpersonationWorkflow } from "../../../workflows/access/workflows/start-impersonation"
import { staffContext } from "../../access/admit-staff"
import { impersonationToken } from "./impersonation-token"
import type { AdminStartImpersonationType } from "./validators"

export const ACCESS = {
  POST: staff("impersonation:start", { step_up: true, api_key: false }),
} satisfies RouteAccess

export const POST = async (req: MedusaRequest<AdminStartImpersonationType>, res: MedusaResponse) => {
  const { actor_type, actor_id } = req.validatedBody
  const { result: session } = await startImpersonationWorkflow(req.scope).run({
    input: { ...req.validatedBody, by: staffContext(req).user_id },
  })
  const { id, expires_at } = session

  res.status(201).json({
    token: impersonationToken(req, session),
    impersonation: { id, actor_type, actor_id, expires_at },
  })
}
