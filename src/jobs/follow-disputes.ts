import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { loadEnv } from "../lib/env"
import { followDisputesWorkflow } from "../workflows/dispute/workflows/follow-disputes"

export default async function followDisputes(container: MedusaContainer): Promise<void> {
  // A run that takes longer than the schedule need not meet the next one; two that do answer nothing twice.
  await container.resolve(Modules.LOCKING).execute(
    "follow-disputes",
    async () => {
      const { result } = await followDisputesWorkflow(container).run({})
      if (result.answered || result.refunded || result.failed) {
        container
          .resolve(ContainerRegistrationKeys.LOGGER)
          .info(`Disputes followed: ${JSON.stringify(result)}`)
      }
    },
    { timeout: 1 }
  )
}

export const config = { name: "follow-disputes", schedule: loadEnv().RECONCILE_SCHEDULE }
