import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { scoreShops } from "../score-shops"

/** Nothing to undo: the next run writes all of it anew. */
export const scoreShopsStep = createStep(
  "score-shops",
  async ({ now }: { now?: string }, { container }) =>
    new StepResponse(await scoreShops(container, now ? new Date(now) : new Date()))
)
