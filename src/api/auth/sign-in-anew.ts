import type { AuthenticatedMedusaRequest, MedusaRequest } from "@medusajs/framework/http"
import type { AccessToken } from "../access/grants-of"
import { openSession } from "./bind-session"
import { tokenOf } from "./factor-guard"
import { signToken } from "./issue-token"
import { arrivalOf, arriveAgain } from "./note-arrival"
import { renewCookie } from "./regenerate-cookie"

/** Long enough to be signed again, on its way out, for as long as its session lives (`bind-session.ts`). */
const SECONDS = 60

/**
 * Keeps whoever has just ended all sessions of their login signed in, by a session that begins now. A cookie gets a new
 * id as well: what was stolen of the old one, or of its token, is worth nothing.
 */
export async function signInAnew(req: MedusaRequest, shown: Partial<AccessToken> = {}): Promise<string> {
  await arriveAgain(req)
  const claims: AccessToken = { ...tokenOf(req), ...shown, sid: undefined, born: undefined }
  if (claims.actor_id) {
    claims.sid = (await openSession(req, claims, new Date())).id
  } else {
    claims.born = arrivalOf(req).getTime()
  }
  ;(req as AuthenticatedMedusaRequest).auth_context = claims
  await renewCookie(req, claims)

  return signToken(req, claims, SECONDS)
}
