import type { AuthContext, MedusaRequest } from "@medusajs/framework/http"
import { ErrorCode, unauthorized } from "../../lib/errors"
import { actAs } from "../../lib/request-id"
import { ACCESS_MODULE } from "../../modules/access"
import { isSessionAlive, type TokenFacts } from "../../modules/access/domain/decide"
import type { Grants } from "../../modules/access/domain/grants"
import type AccessModuleService from "../../modules/access/service"
import { keepSeen } from "./keep-seen"
import { logImpersonated } from "./log-request"

/** What our tokens carry beyond Medusa's (`src/api/auth`); a cookie session holds the same. */
export type AccessToken = AuthContext & {
  /** Of the `access_session`. */
  sid?: string
  /** Seconds. */
  iat?: number
  /** Milliseconds; only in a token without an actor, which no renewal keeps alive for longer than a sign-up takes. */
  born?: number
  mfa_challenge_completed_at?: string | null
}

export function factsOf(token: AccessToken): TokenFacts {
  const completed = token.mfa_challenge_completed_at

  return {
    mfa_completed_at: completed ? new Date(completed) : null,
  }
}

/** What the login may do whose session a token names; null when the session has ended, whatever the token says. */
export async function findLiveGrants(req: MedusaRequest, token: AccessToken): Promise<Grants | null> {
  const grants = await req.scope.resolve<AccessModuleService>(ACCESS_MODULE).findGrants({
    session_id: token.sid ?? null,
    auth_identity_id: token.auth_identity_id,
    user_id: token.actor_type === "user" && token.actor_id ? token.actor_id : null,
  })
  const now = new Date()
  if (grants.session?.actor_id !== token.actor_id || !isSessionAlive(grants, now)) {
    return null
  }
  keepSeen(req, { token, session: grants.session, now })

  return grants
}

/** Reads what the signed-in login may do; a session that has ended is told so. */
export async function grantsOf(req: MedusaRequest, token: AccessToken): Promise<Grants> {
  const grants = await findLiveGrants(req, token)
  if (!grants) {
    throw unauthorized(ErrorCode.SESSION_ENDED, "This session has ended. Sign in again.")
  }

  const impersonator_user_id = grants.session?.impersonator_user_id ?? null
  actAs({
    type: token.actor_type === "customer" ? "customer" : "user",
    id: token.actor_id,
    impersonator_user_id,
  })
  if (impersonator_user_id) {
    // The mark by which a storefront or a dashboard shows that staff are looking.
    req.res?.setHeader("x-impersonated-by", impersonator_user_id)
    logImpersonated(req)
  }

  return grants
}
