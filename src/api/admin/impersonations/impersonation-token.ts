import type { MedusaRequest } from "@medusajs/framework/http"
import { signToken } from "../../auth/issue-token"
import type { AdminStartImpersonationType } from "./validators"

/** The token of a session under somebody's name. No second factor is in it, so whatever asks for a step-up refuses it. */
export function impersonationToken(
  req: MedusaRequest<AdminStartImpersonationType>,
  session: { id: string; auth_identity_id: string }
): string {
  const { actor_type, actor_id, minutes } = req.validatedBody
  const claims = {
    actor_type,
    actor_id,
    auth_identity_id: session.auth_identity_id,
    sid: session.id,
    app_metadata: {},
    user_metadata: {},
    mfa_enabled: false,
  }

  return signToken(req, claims, minutes * 60)
}
