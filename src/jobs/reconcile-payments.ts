import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { loadEnv } from "../lib/env"
import { reconcileWorkflow } from "../workflows/payment/workflows/reconcile"
import { runWatchedJob, tellOfLateJobs } from "../workflows/payout/watched-jobs"

export default async function reconcilePayments(container: MedusaContainer): Promise<void> {
  // A run that takes longer than the schedule must not meet the next one.
  await container.resolve(Modules.LOCKING).execute(
    "reconcile-payments",
    async () => {
      const result = await runWatchedJob(container, "reconcile-payments", async () => {
        const run = await reconcileWorkflow(container).run({ input: { limit: 200, min_age_seconds: 120 } })

        return run.result
      })
      await tellOfLateJobs(container, new Date(), process.uptime() * 1000)
      if (Object.values(result).some((count) => count > 0)) {
        container.resolve(ContainerRegistrationKeys.LOGGER).info(`Reconciliation: ${JSON.stringify(result)}`)
      }
    },
    { timeout: 1 }
  )
}

export const config = { name: "reconcile-payments", schedule: loadEnv().RECONCILE_SCHEDULE }
