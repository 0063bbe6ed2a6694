import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { loadEnv } from "../lib/env"
import { dunDebtsWorkflow } from "../workflows/debt/workflows/dun-debts"
import { runWatchedJob } from "../workflows/payout/watched-jobs"

export default async function dunDebts(container: MedusaContainer): Promise<void> {
  // A run that takes longer than the schedule must not meet the next one.
  await container.resolve(Modules.LOCKING).execute(
    "dun-debts",
    async () => {
      const result = await runWatchedJob(
        container,
        "dun-debts",
        async () => (await dunDebtsWorkflow(container).run({ input: {} })).result
      )
      if (result.reminded || result.invoiced) {
        container
          .resolve(ContainerRegistrationKeys.LOGGER)
          .info(`Shops reminded of what they owe: ${result.reminded}; invoiced: ${result.invoiced}`)
      }
    },
    { timeout: 1 }
  )
}

/** Every hour: a debt is told of soon, and the days between reminders are counted by the row. */
export const config = { name: "dun-debts", schedule: loadEnv().HOURLY_SCHEDULE }
