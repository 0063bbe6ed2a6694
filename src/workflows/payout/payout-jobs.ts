import type { MedusaContainer } from "@medusajs/framework/types"
import { toMajorUnits } from "../../lib/money"
import { PAYOUT_MODULE } from "../../modules/payout"
import type PayoutModuleService from "../../modules/payout/service"

/** The jobs that vendors' money depends on: one that has not run is worth an alarm. */
const PAYOUT_JOBS = ["release-vendor-money", "run-payouts", "follow-payouts", "follow-disputes"] as const

type PayoutJob = (typeof PAYOUT_JOBS)[number]

/** How long none of them may stand still. */
const LATE_AFTER_MS = 60 * 60_000

export const runPayoutJob = <Result extends Record<string, unknown>>(
  container: MedusaContainer,
  name: PayoutJob,
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
export async function listPayoutJobs(container: MedusaContainer, now: Date): Promise<JobView[]> {
  const rows = await container.resolve<PayoutModuleService>(PAYOUT_MODULE).listJobs()

  return PAYOUT_JOBS.map((name) => {
    const row = rows.find((known) => known.name === name)
    const succeeded_at = row?.succeeded_at ?? null

    return {
      name,
      started_at: row?.started_at ?? null,
      succeeded_at,
      last_error: row?.last_error ?? null,
      result: row?.result ?? null,
      is_late: !succeeded_at || now.getTime() - succeeded_at.getTime() > LATE_AFTER_MS,
    }
  })
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
