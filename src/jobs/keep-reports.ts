import type { MedusaContainer } from "@medusajs/framework/types"
import { loadEnv } from "../lib/env"
import { runWatchedJob } from "../workflows/payout/watched-jobs"
import { keepReportsWorkflow } from "../workflows/report/workflows/keep-reports"

/** Safe to run twice at once: one run does it, the other finds it taken. */
export default async function keepReports(container: MedusaContainer): Promise<void> {
  await runWatchedJob(
    container,
    "keep-reports",
    async () => (await keepReportsWorkflow(container).run({ input: {} })).result
  )
}

export const config = { name: "keep-reports", schedule: loadEnv().REPORT_SCHEDULE }
