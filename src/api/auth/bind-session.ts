import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ErrorCode, unauthorized } from "../../lib/errors"
import { ACCESS_MODULE } from "../../modules/access"
import { actorlessExpiry, firstExpiry, lifeOf, secondsUntil } from "../../modules/access/domain/session-life"
import type AccessModuleService from "../../modules/access/service"
import type { AccessToken } from "../access/grants-of"
import { readToken, signToken } from "./issue-token"
import { arrivalOf } from "./note-arrival"
import { sessionLives } from "./session-lives"

type TokenAnswer = { token?: unknown; mfa_required?: unknown; verification_required?: unknown }

/**
 * Every answer under `/auth` that carries a token passes here, core's and plugins' alike: a token that names an actor
 * gets a session, so that it can be listed and ended; one without an actor lives only as long as a sign-up takes.
 */
export function bindSession(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  const send = res.json.bind(res)
  res.json = (body) => {
    const answer = (body ?? {}) as TokenAnswer
    if (res.statusCode >= 400 || typeof answer.token !== "string") {
      return send(body)
    }
    replaceToken(req, answer.token, Boolean(answer.mfa_required || answer.verification_required)).then(
      (token) => send({ ...answer, token }),
      (error) => next(error)
    )

    return res
  }
  next()
}

async function replaceToken(req: MedusaRequest, token: string, isOwing: boolean): Promise<string> {
  const claims = readToken(req, token)
  if (!claims) {
    return token
  }
  if (!claims.actor_id || isOwing) {
    return signActorless(req, claims)
  }
  const now = new Date()
  const { id, expires_at } = await (renewedSession(req, claims, now) ?? openSession(req, claims, now))

  return signToken(req, { ...claims, sid: id }, secondsUntil(expires_at, now))
}

/** Whoever is signed in already keeps the session: a renewal, or a second factor that is shown again. */
function renewedSession(req: MedusaRequest, claims: AccessToken, now: Date) {
  const shown = signInOf(req)
  const isSame =
    shown?.auth_identity_id === claims.auth_identity_id &&
    shown.actor_type === claims.actor_type &&
    shown.actor_id === claims.actor_id

  return shown?.sid && isSame ? renewSession(req, { ...shown, sid: shown.sid }, now) : null
}

async function renewSession(req: MedusaRequest, shown: AccessToken & { sid: string }, now: Date) {
  const expires_at = await req.scope.resolve<AccessModuleService>(ACCESS_MODULE).renewSession({
    id: shown.sid,
    auth_identity_id: shown.auth_identity_id,
    life: lifeOf(sessionLives(), shown.actor_type),
    now,
  })
  if (!expires_at || secondsUntil(expires_at, now) < 1) {
    throw unauthorized(ErrorCode.SESSION_ENDED, "This session has ended. Sign in again.")
  }

  return { id: shown.sid, expires_at }
}

/** It started when the sign-in did: with the request, or with the token of somebody who still owed a second factor. */
export async function openSession(req: MedusaRequest, claims: AccessToken, now: Date) {
  const expires_at = firstExpiry(lifeOf(sessionLives(), claims.actor_type), now)
  const { id } = await req.scope.resolve<AccessModuleService>(ACCESS_MODULE).createAccessSessions({
    auth_identity_id: claims.auth_identity_id,
    actor_type: claims.actor_type,
    actor_id: claims.actor_id,
    device: req.headers["user-agent"]?.slice(0, 200) ?? null,
    ip_address: req.ip?.slice(0, 64) ?? null,
    started_at: birthOf(req, claims),
    last_seen_at: now,
    expires_at,
  })

  return { id, expires_at }
}

/** Renewed or not, it dies half an hour after the sign-in that it began with. */
function signActorless(req: MedusaRequest, claims: AccessToken): string {
  const now = new Date()
  const born = birthOf(req, claims)
  const seconds = secondsUntil(actorlessExpiry(born), now)
  if (seconds < 1) {
    throw unauthorized(ErrorCode.SESSION_ENDED, "This sign-in took too long. Start again.")
  }

  return signToken(req, { ...claims, actor_id: "", sid: undefined, born: born.getTime() }, seconds)
}

/** When the sign-in began of which a token is the outcome. */
function birthOf(req: MedusaRequest, claims: AccessToken): Date {
  const shown = signInOf(req)
  const isContinued = shown && !shown.actor_id && shown.auth_identity_id === claims.auth_identity_id

  return isContinued ? bornAt(shown) : arrivalOf(req)
}

/** When a token without an actor began; one that does not say so is as old as its signature. */
export const bornAt = (token: AccessToken): Date => new Date(token.born ?? (token.iat ?? 0) * 1000)

const signInOf = (req: MedusaRequest) =>
  (req as Partial<AuthenticatedMedusaRequest>).auth_context as AccessToken | undefined
