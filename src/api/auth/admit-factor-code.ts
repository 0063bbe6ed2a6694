import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ErrorCode, invalidData, notAllowed, tooManyRequests } from "../../lib/errors"
import { ONE_TIME_CODE_MODULE } from "../../modules/one-time-code"
import type OneTimeCodeModuleService from "../../modules/one-time-code/service"
import { tokenOf } from "./factor-guard"

type Shown = { method?: string; code?: string }

/** Core answers 500 for a method that it does not know. */
const METHODS = ["totp", "sms", "email", "recovery_code"]

const SIX_DIGITS = /^\d{6}$/
const RECOVERY_CODE = /^[0-9a-f]{4}(-[0-9a-f]{4}){7}$/

/**
 * Stands before every use of a second factor. Core counts tries for each challenge by itself and by reading first, and
 * has no memory of codes, so here a try of the login is taken, and the code claimed, in one statement each and before core
 * looks: no number of challenges or of requests at the same moment gets further.
 */
export async function admitFactorCode(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const body = req.validatedBody as Shown
  if (body.code === undefined) {
    // To remove a factor that was never confirmed needs no code; for any other core asks for one.
    next()
    return
  }
  const code = readCode(body)
  const { auth_identity_id } = tokenOf(req)
  const codes = req.scope.resolve<OneTimeCodeModuleService>(ONE_TIME_CODE_MODULE)
  const admission = await codes.takeFactorTry({ auth_identity_id })
  if (!admission.is_allowed) {
    throw tooManyRequests(
      ErrorCode.TOO_MANY_ATTEMPTS,
      "Too many codes were tried. Try again later.",
      admission.retry_after_seconds
    )
  }
  if (!(await codes.claimFactorCode({ auth_identity_id, code }))) {
    throw notAllowed(ErrorCode.FACTOR_CODE_USED, "This code was shown before. Wait for the next one.")
  }
  body.code = code
  forgetTriesAfterSuccess(req, res, auth_identity_id)
  next()
}

/** In the one spelling that is claimed and checked: core itself forgives spaces and capitals in a recovery code. */
function readCode({ method, code = "" }: Shown): string {
  if (method !== undefined && !METHODS.includes(method)) {
    throw invalidData(ErrorCode.REQUEST_MALFORMED, `method must be one of ${METHODS.join(", ")}.`)
  }
  const spelled = code.trim().toLowerCase()
  if (!(method === "recovery_code" ? RECOVERY_CODE : SIX_DIGITS).test(spelled)) {
    throw notAllowed(ErrorCode.CODE_INVALID, "The code is wrong or has expired.")
  }

  return spelled
}

function forgetTriesAfterSuccess(req: MedusaRequest, res: MedusaResponse, authIdentityId: string): void {
  const codes = req.scope.resolve<OneTimeCodeModuleService>(ONE_TIME_CODE_MODULE)
  const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
  res.once("finish", () => {
    if (res.statusCode < 400) {
      codes
        .forgetFactorTries(authIdentityId)
        .catch((error: Error) => logger.error(`The tries of a login were not forgotten: ${error.message}`))
    }
  })
}
