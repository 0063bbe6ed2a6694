import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ErrorCode, notAllowed } from "../../lib/errors"
import { THROTTLE_MODULE } from "../../modules/throttle"
import type ThrottleModuleService from "../../modules/throttle/service"
import type { Attempt } from "../../modules/throttle/types"
import { routeOfRequest } from "../access/route-of-request"
import { throttleRule } from "./throttle-rules"

/**
 * Counts an attempt before anything looks at it, and gives it back once it has succeeded. It runs for all of `/auth`,
 * ahead of core's validators, so that no spelling of an address gets around it.
 */
export async function throttleAttempts(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const rule = throttleRule(req.method, routeOfRequest(req) ?? "")
  if (!rule) {
    next()
    return
  }
  const throttle = req.scope.resolve<ThrottleModuleService>(THROTTLE_MODULE)
  const admission = await throttle.admit({ topic: rule.topic, ip: req.ip, account: rule.account(req) })
  if (!admission.is_admitted) {
    const seconds = admission.retry_after_seconds
    res.setHeader("Retry-After", String(seconds))
    throw notAllowed(
      ErrorCode.TOO_MANY_ATTEMPTS,
      `Too many attempts. Try again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`
    )
  }
  forgiveSuccess(req, res, { throttle, attempt: admission.attempt })
  next()
}

/** After the answer, so that nobody waits for it; what is lost by a crash in between runs out by itself. */
function forgiveSuccess(
  req: MedusaRequest,
  res: MedusaResponse,
  { throttle, attempt }: { throttle: ThrottleModuleService; attempt: Attempt }
): void {
  const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
  res.once("finish", () => {
    if (!res.locals.has_proved_nothing && res.statusCode < 400) {
      throttle
        .forgive(attempt)
        .catch((error: Error) => logger.error(`An attempt was not given back: ${error.message}`))
    }
  })
}
