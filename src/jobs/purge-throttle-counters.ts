import type { MedusaContainer } from "@medusajs/framework/types"
import { purgeThrottleWorkflow } from "../workflows/access/workflows/purge-throttle"

/** Safe to run twice at once: a counter that ran out is deleted by whoever comes first. */
export default async function purgeThrottleCounters(container: MedusaContainer): Promise<void> {
  await purgeThrottleWorkflow(container).run({ input: {} })
}

export const config = { name: "purge-throttle-counters", schedule: "*/10 * * * *" }
