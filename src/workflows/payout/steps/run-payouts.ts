import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { runPayouts } from "../run-payouts"
import { runWatchedJob } from "../watched-jobs"

export type RunPayoutsInput = {
  /** A member of staff, who then cannot approve what the run makes; null for the scheduler. */
  started_by: string | null
}

/** Cannot be taken back: what was sent is sent. Every payout is a row before, so that another run goes on with it. */
export const runPayoutsStep = createStep(
  "run-payouts",
  async ({ started_by }: RunPayoutsInput, { container }) =>
    new StepResponse(
      await runWatchedJob(container, "run-payouts", () =>
        runPayouts(container, { now: new Date(), started_by })
      )
    )
)
