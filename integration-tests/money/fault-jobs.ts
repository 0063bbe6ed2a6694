import type { IWorkflowEngineService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { FaultTown } from "./fault-town"

const JOBS = [
  "reconcile-payments",
  "finish-vendor-cancellations",
  "run-clocks",
  "follow-disputes",
  "read-settlements",
  "release-vendor-money",
  "follow-payouts",
  "run-payouts",
]

/** What a job says that finds another one of its name at work. */
const IS_BUSY = /acquir.* lock/i

/** Every job, as the scheduler runs it, all at once and as often as there are schedulers. */
export async function runJobs({ suite }: FaultTown, { schedulers }: { schedulers: number }): Promise<void> {
  const engine = suite.container.resolve<IWorkflowEngineService>(Modules.WORKFLOW_ENGINE)
  const all = Array.from({ length: schedulers }, () => JOBS).flat()
  const ended = await Promise.all(all.map((job) => engine.run(`job-${job}`, { throwOnError: false })))
  const failures = ended.flatMap(({ errors }) =>
    errors.map(({ error }: { error: { message?: string } }) => String(error.message ?? error))
  )
  expect(failures.filter((failure) => !IS_BUSY.test(failure))).toEqual([])
}

export const twice = (act: () => Promise<unknown>) => Promise.all([act(), act()])
