import { promisify } from "node:util"
import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { actorlessExpiry, lifeOf } from "../../modules/access/domain/session-life"
import type { AccessToken } from "../access/grants-of"
import { bornAt } from "./bind-session"
import { sessionLives } from "./session-lives"

type CookieSession = {
  regenerate: (done: (error?: unknown) => void) => void
  destroy: (done: (error?: unknown) => void) => void
  cookie: { maxAge: number }
  auth_context?: AccessToken
}

/**
 * Gives a sign-in by cookie an id that nobody could have planted before (session fixation). The browser keeps it as long as
 * the session may live at most; whether it still counts is the session's own row to say.
 */
export async function regenerateCookie(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  await regenerate(req, (req as AuthenticatedMedusaRequest).auth_context as AccessToken)
  next()
}

/** Gives whoever is signed in by cookie another one, with this sign-in in it. */
export async function renewCookie(req: MedusaRequest, token: AccessToken): Promise<void> {
  if (cookieSession(req)?.auth_context) {
    await regenerate(req, token)
    cookieSession(req).auth_context = token
  }
}

async function regenerate(req: MedusaRequest, token: AccessToken): Promise<void> {
  const session = cookieSession(req)
  await promisify(session.regenerate.bind(session))()
  cookieSession(req).cookie.maxAge = token.actor_id
    ? lifeOf(sessionLives(), token.actor_type).max_age_seconds * 1000
    : actorlessExpiry(bornAt(token)).getTime() - Date.now()
}

/** Takes the cookie away, on the server and in the browser. */
export async function destroyCookie(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { sessionOptions, cookieOptions } = req.scope.resolve(
    ContainerRegistrationKeys.CONFIG_MODULE
  ).projectConfig
  const session = cookieSession(req)
  await promisify(session.destroy.bind(session))()
  res.clearCookie(sessionOptions?.name ?? "connect.sid", cookieOptions)
}

// Medusa types the session as `any`.
const cookieSession = (req: MedusaRequest): CookieSession => req.session
