import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ONE_TIME_CODE_MODULE } from "../../../modules/one-time-code"
import type OneTimeCodeModuleService from "../../../modules/one-time-code/service"
import type { IssueCodeInput } from "../../../modules/one-time-code/types"

/** A message cannot be called back; a code that nobody uses runs out by itself. */
export const sendCodeStep = createStep("send-code", async (input: IssueCodeInput, { container }) => {
  const codes = container.resolve<OneTimeCodeModuleService>(ONE_TIME_CODE_MODULE)

  return new StepResponse(await codes.sendCode(input))
})
