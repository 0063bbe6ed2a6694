import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { type PasswordChanged, PasswordEvents } from "../../lib/password-events"
import { onceAnswered } from "../once-answered"

/** Core says nothing when a password was recovered; its owner is told with the answer, whoever waits for it. */
export function noticePasswordUpdate(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): void {
  // Core's check of the reset token puts what the token was made for there.
  const { actor_id: email, auth_identity_id } = (req as AuthenticatedMedusaRequest).auth_context
  onceAnswered(res, (status) => {
    if (status < 400 && req.params.auth_provider === "emailpass") {
      const event: { name: string; data: PasswordChanged } = {
        name: PasswordEvents.CHANGED,
        data: { email, auth_identity_id },
      }
      const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
      req.scope
        .resolve(Modules.EVENT_BUS)
        .emit(event)
        .catch((error: Error) => logger.error(`A changed password was not announced: ${error.message}`))
    }
  })
  next()
}
