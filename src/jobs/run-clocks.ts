import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { loadEnv } from "../lib/env"
import { runWatchedJob } from "../workflows/payout/watched-jobs"
import { runClocksWorkflow } from "../workflows/vendor-order/workflows/run-clocks"

export default async function runClocks(container: MedusaContainer): Promise<void> {
  // A run that takes longer than the schedule must not meet the next one: a shop is reminded once.
  await container.resolve(Modules.LOCKING).execute(
    "run-clocks",
    async () => {
      const result = await runWatchedJob(
        container,
        "run-clocks",
        async () => (await runClocksWorkflow(container).run({ input: {} })).result
      )
      if (Object.values(result).some((count) => count > 0)) {
        container.resolve(ContainerRegistrationKeys.LOGGER).info(`Clocks: ${JSON.stringify(result)}`)
      }
    },
    { timeout: 1 }
  )
}

export const config = { name: "run-clocks", schedule: loadEnv().RECONCILE_SCHEDULE }
