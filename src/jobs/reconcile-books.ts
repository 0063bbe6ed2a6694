import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { loadEnv } from "../lib/env"
import { runWatchedJob } from "../workflows/payout/watched-jobs"
import { reconcileAllWorkflow } from "../workflows/reconciliation/workflows/reconcile-all"

/** A night that was missed is caught up by the next ones. */
const DAYS = 3

export default async function reconcileBooks(container: MedusaContainer): Promise<void> {
  // Two at once would find the same twice and write it once; one does.
  await container.resolve(Modules.LOCKING).execute(
    "reconcile-books",
    () =>
      runWatchedJob(container, "reconcile-books", async () => {
        const { result } = await reconcileAllWorkflow(container).run({
          input: { started_by: null, days: DAYS },
        })

        return { run_id: result.id }
      }),
    { timeout: 1 }
  )
}

export const config = { name: "reconcile-books", schedule: loadEnv().NIGHTLY_SCHEDULE }
