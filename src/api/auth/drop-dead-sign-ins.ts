import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ErrorCode, forbidden } from "../../lib/errors"
import { ACCESS_MODULE } from "../../modules/access"
import { isActorlessAlive } from "../../modules/access/domain/session-life"
import type AccessModuleService from "../../modules/access/service"
import { type AccessToken, findLiveGrants } from "../access/grants-of"
import { bornAt } from "./bind-session"
import { readAuthorization } from "./issue-token"

type CookieSession = { auth_context?: AccessToken }

/**
 * Core's routes under `/auth` read tokens and cookies themselves and know nothing of sessions. What has ended is taken out of
 * the request before they look, so that each of them sees a stranger; a sign-in with an old token in hand still works.
 */
export async function dropDeadSignIns(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  await dropDead(req, res, isAlive)
  next()
}

/** The same for the surfaces whose own guards look after everybody who has an account. */
export async function dropDeadActorless(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  if (!(req as Partial<AuthenticatedMedusaRequest>).auth_context) {
    await dropDead(req, res, async (request, token) => Boolean(token.actor_id) || isAlive(request, token))
  }
  next()
}

type Judge = (req: MedusaRequest, token: AccessToken) => Promise<boolean>

async function dropDead(req: MedusaRequest, res: MedusaResponse, isKept: Judge): Promise<void> {
  const session = req.session as CookieSession | undefined
  const cookie = session?.auth_context
  const bearer = readAuthorization(req, req.headers.authorization)
  if (cookie && !(await isKept(req, cookie))) {
    delete session.auth_context
    res.locals.has_session_ended = true
  }
  // A token for one purpose, such as a new password, names no login and is its own route's to judge.
  if (bearer?.auth_identity_id && !(await isKept(req, bearer))) {
    delete req.headers.authorization
    res.locals.has_session_ended = true
  }
}

async function isAlive(req: MedusaRequest, token: AccessToken): Promise<boolean> {
  if (token.actor_id) {
    const grants = await findLiveGrants(req, token)
    // Whoever acts under another's name ends that, and touches nothing else of the login.
    if (grants?.session?.impersonator_user_id && req.path !== "/logout") {
      throw forbidden(ErrorCode.IMPERSONATION_REFUSED, "A login is changed by its own person alone.")
    }

    return Boolean(grants)
  }
  const { revoked_before } = await req.scope
    .resolve<AccessModuleService>(ACCESS_MODULE)
    .findGrants({ session_id: null, auth_identity_id: token.auth_identity_id, user_id: null })

  return isActorlessAlive({ born_at: bornAt(token), revoked_before }, new Date())
}
