import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, forbidden, signInAgain, tooManyRequests } from "../../../lib/errors"
import { ONE_TIME_CODE_MODULE } from "../../../modules/one-time-code"
import type OneTimeCodeModuleService from "../../../modules/one-time-code/service"
import { entityAt, loginOf } from "../login-of"

export type ConfirmPresenceInput = {
  auth_identity_id: string
  /** The request's token shows a second factor that is young enough. */
  is_factor_fresh: boolean
  /** The sign-in behind the request is as young as a second factor would have to be. */
  is_sign_in_recent: boolean
  password?: string
}

/**
 * That it is the person and not a stolen session: by a fresh second factor, by the password where no second factor was
 * ever added, and by a recent sign-in where there is no password either. Guesses at the password count as tries at a second
 * factor do.
 */
export const confirmPresenceStep = createStep(
  "confirm-presence",
  async (input: ConfirmPresenceInput, { container }) => {
    const { auth_identity_id } = input
    const factors = await container.resolve(Modules.AUTH).listAuthMfa({ auth_identity_id, status: "enabled" })
    if (factors.length) {
      assertShown(input.is_factor_fresh, "Confirm with your second factor first.")

      return new StepResponse(undefined)
    }
    const email = entityAt(await loginOf(container, auth_identity_id), "emailpass")
    if (email) {
      assertShown(await isPasswordRight(container, email, input), "Confirm with your password.")
    } else if (!input.is_sign_in_recent) {
      throw signInAgain()
    }

    return new StepResponse(undefined)
  }
)

function assertShown(isShown: boolean, message: string): void {
  if (!isShown) {
    throw forbidden(ErrorCode.STEP_UP_REQUIRED, message)
  }
}

async function isPasswordRight(
  container: MedusaContainer,
  email: string,
  { auth_identity_id: authIdentityId, password }: ConfirmPresenceInput
): Promise<boolean> {
  if (password === undefined) {
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
