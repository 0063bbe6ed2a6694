import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { type DecideWriteOffInput, decideWriteOff, requestWriteOff, writeOffView } from "../write-offs"

export type RequestWriteOffStepInput = {
  vendor_id: string
  currency_code: string
  reason: string
  by: string
}

/** The last step that writes: nothing comes after that could fail. */
export const requestWriteOffStep = createStep(
  "request-write-off",
  async (input: RequestWriteOffStepInput, { container }) =>
    new StepResponse(writeOffView(await requestWriteOff(container, input)))
)

/** The same. */
export const decideWriteOffStep = createStep(
  "decide-write-off",
  async (input: DecideWriteOffInput, { container }) =>
    new StepResponse(writeOffView(await decideWriteOff(container, input)))
)
