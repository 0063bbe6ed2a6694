import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, notAllowed, notFound } from "../../../lib/errors"
import { ACCESS_MODULE } from "../../../modules/access"
import type AccessModuleService from "../../../modules/access/service"
import { isPhoneResting } from "../../../modules/one-time-code/domain/limits"

export type SendFactorCodeInput = { auth_identity_id: string; method: "sms" | "email" }

/** Where the codes of a login's second factor go; nothing is sent while SMS rest after a change of phone. */
export const findCodeFactorStep = createStep(
  "find-code-factor",
  async ({ auth_identity_id, method }: SendFactorCodeInput, { container }) => {
    const [factor] = await container
      .resolve(Modules.AUTH)
      .listAuthMfa({ auth_identity_id, provider: method, status: "enabled" })
    const destination = factor?.metadata?.destination
    if (typeof destination !== "string") {
      throw notFound(ErrorCode.FACTOR_NOT_FOUND, "This login has no such second factor.")
    }
    const access = container.resolve<AccessModuleService>(ACCESS_MODULE)
    const [mark] = method === "sms" ? await access.listAccessMarks({ auth_identity_id }) : []
    if (isPhoneResting(mark?.phone_changed_at ?? null, new Date())) {
      throw notAllowed(
        ErrorCode.FACTOR_RESTING,
        "The phone number of this login was changed a few days ago. Use another second factor."
      )
    }

    return new StepResponse(destination)
  }
)
