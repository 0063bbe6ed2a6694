import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { type PlanSplitInput, planSplit } from "../plan-split"

/** Reads alone: the shares are written with the payment's own row. */
export const planSplitStep = createStep(
  "plan-split",
  async (input: PlanSplitInput, { container }) => new StepResponse(await planSplit(container, input))
)
