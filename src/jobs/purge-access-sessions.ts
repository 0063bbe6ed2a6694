import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { loadEnv } from "../lib/env"
import { purgeSessionsWorkflow } from "../workflows/access/workflows/purge-sessions"

/** Safe to run twice at once: each run takes rows that no other one holds. */
export default async function purgeAccessSessions(container: MedusaContainer): Promise<void> {
  const { result } = await purgeSessionsWorkflow(container).run({
    input: { days_after_expiry: 30, batch_size: 1000, max_batches: 20 },
  })
  if (result.removed > 0) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .info(`Sessions that expired a month ago: ${result.removed} removed`)
  }
}

export const config = { name: "purge-access-sessions", schedule: loadEnv().HOURLY_SCHEDULE }
