import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { runWatchedJob } from "../../payout/watched-jobs"
import { followDisputes } from "../follow-disputes"

/** Nothing to take back: it books what the gateways say, and each answer is given once. */
export const followDisputesStep = createStep(
  "follow-disputes",
  async (_: undefined, { container }) =>
    new StepResponse(
      await runWatchedJob(container, "follow-disputes", () => followDisputes(container, new Date()))
    )
)
