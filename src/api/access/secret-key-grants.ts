import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ErrorCode, unauthorized } from "../../lib/errors"
import { actAs } from "../../lib/request-id"
import { ACCESS_MODULE } from "../../modules/access"
import type { TokenFacts } from "../../modules/access/domain/decide"
import type { Grants } from "../../modules/access/domain/grants"
import type AccessModuleService from "../../modules/access/service"

/**
 * A secret key of core's may do what its maker may do now: it shrinks and dies with their role. It has no second
 * factor, so a step-up always refuses it.
 */
export async function secretKeyGrants(
  req: MedusaRequest,
  keyId: string
): Promise<{ grants: Grants; user_id: string; token: TokenFacts }> {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "api_key", fields: ["created_by"], filters: { id: keyId } })
  const user_id = data[0]?.created_by
  if (!user_id) {
    throw unauthorized(ErrorCode.SIGN_IN_REQUIRED, "This API key has no maker any more.")
  }
  const grants = await req.scope
    .resolve<AccessModuleService>(ACCESS_MODULE)
    .findGrants({ session_id: null, auth_identity_id: "", user_id })
  actAs({ type: "api-key", id: keyId, impersonator_user_id: null })

  // Whoever makes a key has shown a second factor then; the key itself never can.
  const settings = { ...grants.settings, staff_mfa_required: false }

  return {
    grants: { ...grants, settings },
    user_id,
    token: { mfa_completed_at: null },
  }
}
