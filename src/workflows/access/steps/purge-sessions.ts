import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ACCESS_MODULE } from "../../../modules/access"
import type AccessModuleService from "../../../modules/access/service"

export type PurgeSessionsInput = { days_after_expiry: number; batch_size: number; max_batches: number }

const DAY_MS = 86_400_000

/** Rows that nobody can use any more; there is nothing to take back. */
export const purgeSessionsStep = createStep(
  "purge-sessions",
  async (input: PurgeSessionsInput, { container }) => {
    const service = container.resolve<AccessModuleService>(ACCESS_MODULE)
    const expired_before = new Date(Date.now() - input.days_after_expiry * DAY_MS)
    let removed = 0
    for (let batch = 0; batch < input.max_batches; batch += 1) {
      const count = await service.purgeSessions({ expired_before, limit: input.batch_size })
      removed += count
      if (count < input.batch_size) {
        break
      }
    }

    return new StepResponse({ removed })
  }
)
