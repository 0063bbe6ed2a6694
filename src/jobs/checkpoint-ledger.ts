import type { MedusaContainer } from "@medusajs/framework/types"
import { loadEnv } from "../lib/env"
import { checkpointLedgerWorkflow } from "../workflows/ledger/workflows/checkpoint-ledger"
import { runWatchedJob } from "../workflows/payout/watched-jobs"

/** So few are summed anew in a millisecond. */
const MIN_POSTINGS = 1000

/** Safe to run twice at once: the second finds nothing new. */
export default async function checkpointLedger(container: MedusaContainer): Promise<void> {
  const input = { min_postings: MIN_POSTINGS }
  await runWatchedJob(
    container,
    "checkpoint-ledger",
    async () => (await checkpointLedgerWorkflow(container).run({ input })).result
  )
}

export const config = { name: "checkpoint-ledger", schedule: loadEnv().RECONCILE_SCHEDULE }
