import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ONE_TIME_CODE_MODULE } from "../../../modules/one-time-code"
import type OneTimeCodeModuleService from "../../../modules/one-time-code/service"

/** Only what no rule needs any more is deleted, so nothing is ever put back. */
export const sweepOneTimeCodesStep = createStep(
  "sweep-one-time-codes",
  async ({ now }: { now: Date }, { container }) => {
    await container.resolve<OneTimeCodeModuleService>(ONE_TIME_CODE_MODULE).sweep(now)

    return new StepResponse(undefined)
  }
)
