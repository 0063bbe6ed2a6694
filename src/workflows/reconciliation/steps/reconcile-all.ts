import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { type ReconcileAllInput, reconcileAll } from "../reconcile-all"

/** Cannot be taken back, and need not be: it repairs what the jobs would have repaired later. */
export const reconcileAllStep = createStep(
  "reconcile-all",
  async (input: ReconcileAllInput, { container }) =>
    new StepResponse({ id: await reconcileAll(container, input) })
)
