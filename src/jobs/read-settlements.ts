import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { loadEnv } from "../lib/env"
import { runWatchedJob } from "../workflows/payout/watched-jobs"
import { readSettlementsWorkflow } from "../workflows/settlement/workflows/read-settlements"

export default async function readSettlements(container: MedusaContainer): Promise<void> {
  // A run that takes longer than the schedule need not meet the next one; two that do book nothing twice.
  await container.resolve(Modules.LOCKING).execute(
    "read-settlements",
    async () => {
      const result = await runWatchedJob(
        container,
        "read-settlements",
        async () => (await readSettlementsWorkflow(container).run({})).result
      )
      const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
      if (result.settlements || result.top_ups) {
        logger.info(`Settlements read: ${result.settlements}, top-ups: ${result.top_ups}`)
      }
      if (result.shares) {
        logger.info(`Shares of vendors that came to their end: ${result.shares}`)
      }
      for (const failure of result.failures) {
        logger.warn(`Settlements will be read again: ${failure}`)
      }
    },
    { timeout: 1 }
  )
}

export const config = { name: "read-settlements", schedule: loadEnv().SETTLEMENT_SCHEDULE }
