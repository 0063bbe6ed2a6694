import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { reportsOf } from "../prepare-report"

const BATCH = 500
const MAX_BATCHES = 40

/** Nothing to undo: the sums say what the tables say. */
export const keepReportsStep = createStep("keep-reports", async (_: undefined, { container }) => {
  const reports = reportsOf(container)
  let taken = 0
  for (let batch = 0; batch < MAX_BATCHES; batch += 1) {
    const count = await reports.keepCurrent("platform", BATCH)
    taken += count ?? 0
    if (count === null || count < BATCH) {
      break
    }
  }

  return new StepResponse({ taken })
})
