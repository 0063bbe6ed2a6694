import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, notAllowed } from "../../../lib/errors"
import { ONE_TIME_CODE_MODULE } from "../../../modules/one-time-code"
import type OneTimeCodeModuleService from "../../../modules/one-time-code/service"
import type { TryCodeInput } from "../../../modules/one-time-code/types"

/** A code that was shown stays used, whatever happens to the workflow afterwards. */
export const redeemCodeStep = createStep("redeem-code", async (input: TryCodeInput, { container }) => {
  const codes = container.resolve<OneTimeCodeModuleService>(ONE_TIME_CODE_MODULE)
  if (!(await codes.redeemCode(input))) {
    throw notAllowed(ErrorCode.CODE_INVALID, "The code is wrong or has expired.")
  }

  return new StepResponse(undefined)
})
