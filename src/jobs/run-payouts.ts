import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { loadEnv } from "../lib/env"
import { runPayoutsWorkflow } from "../workflows/payout/workflows/run-payouts"

export default async function runPayouts(container: MedusaContainer): Promise<void> {
  // A run that takes longer than the schedule need not meet the next one; two that do make nothing twice.
  await container.resolve(Modules.LOCKING).execute(
    "run-payouts",
    async () => {
      const { result } = await runPayoutsWorkflow(container).run({ input: { started_by: null } })
      if (Object.values(result).some((count) => count > 0)) {
        container.resolve(ContainerRegistrationKeys.LOGGER).info(`Payouts: ${JSON.stringify(result)}`)
      }
    },
    { timeout: 1 }
  )
}

export const config = { name: "run-payouts", schedule: loadEnv().RECONCILE_SCHEDULE }
