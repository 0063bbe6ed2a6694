import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { oweOldCash } from "../../pay-on-delivery/owe-old-cash"
import { releaseMoney } from "../release-money"
import { runWatchedJob } from "../watched-jobs"

/** Cannot be taken back; each release stands in the books once, so that a second run finds it done. */
export const releaseMoneyStep = createStep(
  "release-vendor-money",
  async (_: undefined, { container }) =>
    new StepResponse(
      await runWatchedJob(container, "release-vendor-money", async () => {
        const released = await releaseMoney(container, new Date())
        await oweOldCash(container, new Date())

        return released
      })
    )
)
