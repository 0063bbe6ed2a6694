import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, notFound } from "../../../lib/errors"

export type StartFactorChallengeInput = { auth_identity_id: string; auth_provider: string | null }

/** It runs out by itself. */
export const startFactorChallengeStep = createStep(
  "start-factor-challenge",
  async (input: StartFactorChallengeInput, { container }) => {
    const auth = container.resolve(Modules.AUTH)
    const { auth_identity_id } = input
    if (!(await auth.listAuthMfa({ auth_identity_id, status: "enabled" })).length) {
      throw notFound(ErrorCode.FACTOR_NOT_FOUND, "This login has no second factor. Add one first.")
    }

    return new StepResponse(await auth.createAuthMfaChallenge(input))
  }
)
