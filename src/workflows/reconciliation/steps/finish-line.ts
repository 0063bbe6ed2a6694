import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, notAllowed } from "../../../lib/errors"
import { RECONCILIATION_MODULE } from "../../../modules/reconciliation"
import type ReconciliationModuleService from "../../../modules/reconciliation/service"
import { retrieveLine } from "../view"

export type FinishLineInput = { id: string; by: string; note: string }

/** Has no compensation: nothing follows it but its own entry in the log. */
export const finishLineStep = createStep(
  "finish-reconciliation-line",
  async (input: FinishLineInput, { container }) => {
    const before = await retrieveLine(container, input.id)
    const isDone = await container.resolve<ReconciliationModuleService>(RECONCILIATION_MODULE).markDone(input)
    if (!isDone) {
      throw notAllowed(
        ErrorCode.RECONCILIATION_LINE_NOT_OPEN,
        "This difference is not open any more: it was repaired, or somebody has dealt with it."
      )
    }

    return new StepResponse({ id: input.id, cause: before.cause, note: input.note })
  }
)
