import type { MedusaContainer } from "@medusajs/framework/types"
import { toMajorUnits } from "../../lib/money"
import { PAYOUT_MODULE } from "../../modules/payout"
import type PayoutModuleService from "../../modules/payout/service"
import { notifyStaff } from "../notify-staff"

const HOUR_MS = 3_600_000

/**
 * The jobs that money depends on, and what shops and staff are shown of it; and how long each may stand still before it is
 * worth an alarm.
 */
const WATCHED_JOBS = {
  "reconcile-payments": HOUR_MS,
  "read-settlements": 2 * HOUR_MS,
  "release-vendor-money": HOUR_MS,
  "run-payouts": HOUR_MS,
  "follow-payouts": HOUR_MS,
  "follow-disputes": HOUR_MS,
  "finish-vendor-cancellations": HOUR_MS,
  "run-clocks": HOUR_MS,
  "dun-debts": 3 * HOUR_MS,
  "reconcile-books": 26 * HOUR_MS,
  "checkpoint-ledger": HOUR_MS,
  "send-outgoing-events": HOUR_MS,
  "keep-reports": HOUR_MS,
  "score-shops": 3 * HOUR_MS,
} as const

type WatchedJob = keyof typeof WATCHED_JOBS

export const runWatchedJob = <Result extends Record<string, unknown>>(
  container: MedusaContainer,
  name: WatchedJob,
  work: () => Promise<Result>
): Promise<Result> => container.resolve<PayoutModuleService>(PAYOUT_MODULE).runJob(name, work)

export type JobView = {
  name: string
  started_at: Date | null
  succeeded_at: Date | null
  last_error: string | null
  result: Record<string, unknown> | null
  is_late: boolean
}

/** When each last ran to its end, also those that never did. */
export async function listWatchedJobs(container: MedusaContainer, now: Date): Promise<JobView[]> {
  const rows = await container.resolve<PayoutModuleService>(PAYOUT_MODULE).listJobs()
  // A platform that has just been set up has had no time for those that wait for their hour.
  const first_ms = Math.min(...rows.map(({ created_at }) => created_at.getTime()))

  return Object.entries(WATCHED_JOBS).map(([name, late_after_ms]) => {
    const row = rows.find((known) => known.name === name)
    const succeeded_at = row?.succeeded_at ?? null

    return {
      name,
      started_at: row?.started_at ?? null,
      succeeded_at,
      last_error: row?.last_error ?? null,
      result: row?.result ?? null,
      is_late: rows.length === 0 || now.getTime() - (succeeded_at?.getTime() ?? first_ms) > late_after_ms,
    }
  })
}

/**
 * Tells staff once a day of each job that stands still. Asked by two jobs, so that each tells of the other. A server that has
 * just started has had no time to run those that wait for their hour.
 */
export async function tellOfLateJobs(container: MedusaContainer, now: Date, upForMs: number): Promise<void> {
  const late = (await listWatchedJobs(container, now)).filter(
    ({ name, is_late }) => is_late && upForMs > WATCHED_JOBS[name as WatchedJob]
  )
  for (const { name, succeeded_at, last_error } of late) {
    await notifyStaff(container, {
      key: `job-late:${name}:${now.toISOString().slice(0, 10)}`,
      title: "A background job stands still",
      description: `${name} ended well ${succeeded_at ? `at ${succeeded_at.toISOString()}` : "never"} the last time.${last_error ? ` It failed with: ${last_error}` : ""}`,
    })
  }
}

/** What the rails lack for payouts that wait. */
export async function listShortfalls(container: MedusaContainer) {
  const shortfalls = await container.resolve<PayoutModuleService>(PAYOUT_MODULE).listShortfalls()

  return shortfalls.map(({ short_minor, ...shortfall }) => ({
    ...shortfall,
    /** In major units, as a decimal. */
    amount: toMajorUnits(short_minor, shortfall.currency_code),
  }))
}
