import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { loadEnv } from "../lib/env"
import { tellOfLateJobs } from "../workflows/payout/watched-jobs"
import { followPayoutsWorkflow } from "../workflows/payout/workflows/follow-payouts"

export default async function followPayouts(container: MedusaContainer): Promise<void> {
  // A run that takes longer than the schedule need not meet the next one; two that do make nothing twice.
  await container.resolve(Modules.LOCKING).execute(
    "follow-payouts",
    async () => {
      const { result } = await followPayoutsWorkflow(container).run({ input: { limit: 200 } })
      await tellOfLateJobs(container, new Date(), process.uptime() * 1000)
      if (Object.values(result).some((count) => count > 0)) {
        container
          .resolve(ContainerRegistrationKeys.LOGGER)
          .info(`Payouts looked up: ${JSON.stringify(result)}`)
      }
    },
    { timeout: 1 }
  )
}

export const config = { name: "follow-payouts", schedule: loadEnv().RECONCILE_SCHEDULE }
