import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { loadEnv } from "../lib/env"
import { releaseMoneyWorkflow } from "../workflows/payout/workflows/release-money"

export default async function releaseVendorMoney(container: MedusaContainer): Promise<void> {
  // A run that takes longer than the schedule need not meet the next one; two that do make nothing twice.
  await container.resolve(Modules.LOCKING).execute(
    "release-vendor-money",
    async () => {
      const { result } = await releaseMoneyWorkflow(container).run({ input: {} })
      if (Object.values(result).some((count) => count > 0)) {
        container
          .resolve(ContainerRegistrationKeys.LOGGER)
          .info(`Vendors' money released: ${JSON.stringify(result)}`)
      }
    },
    { timeout: 1 }
  )
}

export const config = { name: "release-vendor-money", schedule: loadEnv().RECONCILE_SCHEDULE }
