import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../lib/route-access"
import { startImpersonationWorkflow } from "../../../workflows/access/workflows/start-impersonation"
import { staffContext } from "../../access/admit-staff"
import { signToken } from "../../auth/issue-token"
import type { AdminStartImpersonationType } from "./validators"

export const ACCESS = { POST: staff("impersonation:start", { api_key: false }) } satisfies RouteAccess

export const POST = async (req: MedusaRequest<AdminStartImpersonationType>, res: MedusaResponse) => {
  const { actor_type, actor_id, minutes } = req.validatedBody
  const { result: session } = await startImpersonationWorkflow(req.scope).run({
    input: { ...req.validatedBody, by: staffContext(req).user_id },
  })
  const { auth_identity_id } = session
  const claims = {
    actor_type,
    actor_id,
    auth_identity_id,
    sid: session.id,
    app_metadata: {},
    user_metadata: {},
  }
  // No second factor in it, so whatever asks for a step-up refuses it.
  const token = signToken(req, { ...claims, mfa_enabled: false }, minutes * 60)

  res
    .status(201)
    .json({ token, impersonation: { id: session.id, actor_type, actor_id, expires_at: session.expires_at } })
}
