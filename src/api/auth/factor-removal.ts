import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { ErrorCode, notFound } from "../../lib/errors"
import { type FactorChanged, FactorEvents } from "../../lib/factor-events"
import { onceAnswered } from "../once-answered"
import { tokenOf } from "./factor-guard"

/**
 * Core looks at the code of an enabled factor alone and answers any other removal with success, which would make the
 * counted tries forgotten. So a factor that is gone is not found, and one that was never confirmed takes no code.
 */
export async function checkFactorRemoval(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const [factor] = await req.scope.resolve(Modules.AUTH).listAuthMfa({
    id: [req.params.id ?? ""],
    auth_identity_id: tokenOf(req).auth_identity_id,
  })
  if (!factor || factor.status === "disabled") {
    throw notFound(ErrorCode.FACTOR_NOT_FOUND, "There is no such second factor.")
  }
  if (factor.status !== "enabled") {
    delete (req.validatedBody as { code?: string }).code
    res.locals.has_proved_nothing = true
  }
  if (factor.status === "enabled") {
    announceRemoval(req, res, factor.provider)
  }
  next()
}

/** The owner hears of it with the answer, also when whoever asked has hung up: that may well be a thief. */
function announceRemoval(req: MedusaRequest, res: MedusaResponse, provider: string): void {
  const data: FactorChanged = { auth_identity_id: tokenOf(req).auth_identity_id, provider }
  const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
  onceAnswered(res, (status) => {
    if (status < 400) {
      req.scope
        .resolve(Modules.EVENT_BUS)
        .emit({ name: FactorEvents.REMOVED, data })
        .catch((error: Error) => logger.error(`A removed factor was not announced: ${error.message}`))
    }
  })
}
