import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { followPayouts } from "../follow-payouts"
import { runWatchedJob } from "../watched-jobs"

export type FollowPayoutsInput = { limit: number }

/** Nothing to take back: it books what the rails say. */
export const followPayoutsStep = createStep(
  "follow-payouts",
  async ({ limit }: FollowPayoutsInput, { container }) =>
    new StepResponse(await runWatchedJob(container, "follow-payouts", () => followPayouts(container, limit)))
)
