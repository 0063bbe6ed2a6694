import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { reportsOf } from "../prepare-report"

/** Nothing to undo: the sums say what the tables say. */
export const rebuildReportsStep = createStep(
  "rebuild-reports",
  async (_: undefined, { container }) => new StepResponse({ changed: await reportsOf(container).rebuild() })
)
