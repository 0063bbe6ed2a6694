import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { loadEnv } from "../lib/env"
import { runWatchedJob } from "../workflows/payout/watched-jobs"
import { scoreShopsWorkflow } from "../workflows/scorecard/workflows/score-shops"

export default async function scoreShops(container: MedusaContainer): Promise<void> {
  // A run that takes longer than the schedule must not meet the next one: both would do the same work.
  await container.resolve(Modules.LOCKING).execute(
    "score-shops",
    async () => {
      const result = await runWatchedJob(
        container,
        "score-shops",
        async () => (await scoreShopsWorkflow(container).run({ input: {} })).result
      )
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .info(`Scorecards: ${result.scored} shops, ${result.over} at a line, ${result.failed} failed`)
    },
    { timeout: 1 }
  )
}

export const config = { name: "score-shops", schedule: loadEnv().HOURLY_SCHEDULE }
