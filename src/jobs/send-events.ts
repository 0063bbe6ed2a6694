import type { MedusaContainer } from "@medusajs/framework/types"
import { loadEnv } from "../lib/env"
import { sendEventsWorkflow } from "../workflows/outgoing-event/workflows/send-events"
import { runWatchedJob } from "../workflows/payout/watched-jobs"

/** Safe to run twice at once: one run sends, the other finds nothing to do. */
export default async function sendEvents(container: MedusaContainer): Promise<void> {
  await runWatchedJob(
    container,
    "send-outgoing-events",
    async () => (await sendEventsWorkflow(container).run({ input: {} })).result
  )
}

export const config = { name: "send-outgoing-events", schedule: loadEnv().EVENT_SCHEDULE }
