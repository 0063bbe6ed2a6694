import { setTimeout as sleep } from "node:timers/promises"
import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { generateResetPasswordTokenWorkflow } from "@medusajs/medusa/core-flows"
import { spellingsOf } from "../../lib/email"

/** Until the answer has left the process for sure: what is done for it afterwards must not slow it down. */
const HEAD_START_MS = 100

export type RecoveryBody = { identifier: string; metadata?: Record<string, unknown> }

/** Makes the token, and so the event that is mailed, if there is such a login. The answer is out already. */
export async function startRecovery(
  req: MedusaRequest<RecoveryBody>,
  { actor_type, auth_provider }: { actor_type: string; auth_provider: string }
): Promise<void> {
  const { identifier, metadata } = req.validatedBody
  const { http } = req.scope.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
  const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
  await sleep(HEAD_START_MS)
  for (const entityId of auth_provider === "emailpass" ? spellingsOf(identifier) : [identifier]) {
    const { errors } = await generateResetPasswordTokenWorkflow(req.scope).run({
      input: {
        entityId,
        actorType: actor_type,
        provider: auth_provider,
        secret: http.jwtSecret as string,
        jwtOptions: http.jwtOptions,
        metadata,
      },
      throwOnError: false,
    })
    if (!errors.length) {
      return
    }
    // Mostly that there is no such login, which is nothing to report.
    logger.debug(`No recovery was started: ${errors[0]?.error?.message}`)
  }
}
