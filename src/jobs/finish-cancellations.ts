import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { loadEnv } from "../lib/env"
import { runWatchedJob } from "../workflows/payout/watched-jobs"
import { finishCancellationsWorkflow } from "../workflows/vendor-order/workflows/finish-cancellations"

export default async function finishCancellations(container: MedusaContainer): Promise<void> {
  // A run that takes longer than the schedule must not meet the next one.
  await container.resolve(Modules.LOCKING).execute(
    "finish-vendor-cancellations",
    async () => {
      const result = await runWatchedJob(container, "finish-vendor-cancellations", async () => {
        const run = await finishCancellationsWorkflow(container).run({
          input: { limit: 100, min_age_seconds: 120, retry_seconds: 900 },
        })

        return run.result
      })
      if (result.found) {
        container
          .resolve(ContainerRegistrationKeys.LOGGER)
          .info(`Canceled vendor orders that were not finished: ${result.found}`)
      }
    },
    { timeout: 1 }
  )
}

export const config = { name: "finish-vendor-cancellations", schedule: loadEnv().RECONCILE_SCHEDULE }
