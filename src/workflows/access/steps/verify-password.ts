import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { normaliseEmail } from "../../../lib/email"
import { ErrorCode, invalidData, notAllowed } from "../../../lib/errors"
import { passwordProblem } from "../../../lib/password-policy"

type VerifyPasswordInput = { auth_identity_id: string; current_password: string; new_password: string }

const PROVIDER = "emailpass"

/** Who asks has to know the current password, and the next one has to be good for this login. */
export const verifyPasswordStep = createStep(
  "verify-password",
  async ({ auth_identity_id, current_password, new_password }: VerifyPasswordInput, { container }) => {
    const auth = container.resolve(Modules.AUTH)
    const [login] = await auth.listProviderIdentities({ auth_identity_id, provider: PROVIDER }, { take: 1 })
    if (!login) {
      throw notAllowed(ErrorCode.PASSWORD_MISSING, "This login has no password.")
    }
    const { success } = await auth.authenticate(PROVIDER, {
      body: { email: login.entity_id, password: current_password },
    })
    if (!success) {
      throw invalidData(ErrorCode.PASSWORD_WRONG, "The current password is not right.")
    }
    const problem = passwordProblem(new_password, normaliseEmail(login.entity_id))
    if (problem) {
      throw invalidData(problem.code, problem.message)
    }

    return new StepResponse({ email: login.entity_id })
  }
)
