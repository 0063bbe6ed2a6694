import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ACCESS_MODULE } from "../../modules/access"
import type { SessionState } from "../../modules/access/domain/grants"
import { isDueToBeSeen, lifeOf } from "../../modules/access/domain/session-life"
import type AccessModuleService from "../../modules/access/service"
import { sessionLives } from "../auth/session-lives"

type Claims = { sid?: string; actor_type: string }
type Seen = { token: Claims; session: SessionState; now: Date }

/**
 * Notes, once a minute at most, that a session is in use, and beside the request, which does not wait for it. A cookie is
 * renewed by that: a browser has no token that it could exchange.
 */
export function keepSeen(req: MedusaRequest, { token, session, now }: Seen): void {
  if (!isDueToBeSeen(session.last_seen_at, now)) {
    return
  }
  const cookie = req.session as { auth_context?: Claims } | undefined
  const isCookie = cookie?.auth_context?.sid === token.sid
  const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
  req.scope
    .resolve<AccessModuleService>(ACCESS_MODULE)
    .touchSession({ id: session.id, now, life: isCookie ? lifeOf(sessionLives(), token.actor_type) : null })
    .catch((error: Error) => logger.error(`The use of the session ${session.id} was not noted`, error))
}
