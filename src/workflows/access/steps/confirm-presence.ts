import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, forbidden, tooManyRequests } from "../../../lib/errors"
import { ONE_TIME_CODE_MODULE } from "../../../modules/one-time-code"
import type OneTimeCodeModuleService from "../../../modules/one-time-code/service"
import { entityAt, loginOf } from "../login-of"

export type ConfirmPresenceInput = {
  auth_identity_id: string
  /** The request's token shows a second factor that is young enough. */
  is_factor_fresh: boolean
  password?: string
}

/**
 * That it is the person and not a stolen session: by a fresh second factor, or by the password where no second factor
 * was ever added. Guesses at the password count as tries at a second factor do.
 */
export const confirmPresenceStep = createStep(
  "confirm-presence",
  async (input: ConfirmPresenceInput, { container }) => {
    const { auth_identity_id, is_factor_fresh, password } = input
    const factors = await container.resolve(Modules.AUTH).listAuthMfa({ auth_identity_id, status: "enabled" })
    const isPresent = factors.length
      ? is_factor_fresh
      : password !== undefined && (await isPasswordRight(container, auth_identity_id, password))
    if (!isPresent) {
      throw forbidden(
        ErrorCode.STEP_UP_REQUIRED,
        factors.length ? "Confirm with your second factor first." : "Confirm with your password."
      )
    }

    return new StepResponse(undefined)
  }
)

async function isPasswordRight(
  container: MedusaContainer,
  authIdentityId: string,
  password: string
): Promise<boolean> {
  const email = entityAt(await loginOf(container, authIdentityId), "emailpass")
  if (!email) {
    return false
  }
  const codes = container.resolve<OneTimeCodeModuleService>(ONE_TIME_CODE_MODULE)
  const admission = await codes.takeFactorTry({ auth_identity_id: authIdentityId })
  if (!admission.is_allowed) {
    throw tooManyRequests(
      ErrorCode.TOO_MANY_ATTEMPTS,
      "Too many attempts. Try again later.",
      admission.retry_after_seconds
    )
  }
  const { success, authIdentity } = await container
    .resolve(Modules.AUTH)
    .authenticate("emailpass", { body: { email, password } })
  const isRight = success && authIdentity?.id === authIdentityId
  if (isRight) {
    await codes.forgetFactorTries(authIdentityId)
  }

  return isRight
}
