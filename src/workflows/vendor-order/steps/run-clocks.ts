import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { runClocks } from "../run-clocks"

/** What a clock has done is done: a later run finds what is left. */
export const runClocksStep = createStep(
  "run-clocks",
  async ({ now }: { now?: string }, { container }) =>
    new StepResponse(await runClocks(container, now ? new Date(now) : new Date()))
)
