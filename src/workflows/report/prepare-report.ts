import type { MedusaContainer } from "@medusajs/framework/types"
import { ErrorCode, invalidData } from "../../lib/errors"
import { dayAt } from "../../lib/time-zone"
import { REPORT_MODULE } from "../../modules/report"
import { addDays, type Days, type Interval, type Period, periodOf } from "../../modules/report/domain/period"
import type ReportModuleService from "../../modules/report/service"
import type { ReportScope } from "../../modules/report/types"
import { readStore } from "../vendor-product/read-store"

export type ReportAsked = {
  scope: ReportScope
  /** The last thirty days with today, where one end or both are not named. */
  from?: string
  to?: string
  interval: Interval
  time_zone: string
  /** The one with the most orders where none is named: amounts of two currencies are never added. */
  currency_code?: string
}

/** What every report says of itself. */
export type ReportHead = {
  currency_code: string
  /** All that were ever sold in. */
  currencies: string[]
  time_zone: string
  /** The first day, and the first one after the last. */
  from: string
  to: string
  starts_at: Date
  ends_at: Date
  /** False while something that has happened is not counted yet. */
  is_current: boolean
}

export type PreparedReport = { period: Period; head: ReportHead }

const DAYS = 30
/** So much is worked out while somebody waits; the job does the rest. */
const MOST_MARKS = 500

export const reportsOf = (container: MedusaContainer) => container.resolve<ReportModuleService>(REPORT_MODULE)

/** @throws invalid data for a period that is none, or too long */
export async function prepareReport(container: MedusaContainer, asked: ReportAsked): Promise<PreparedReport> {
  const verdict = periodOf({ ...asked, ...daysOf(asked) })
  if (!verdict.is_allowed) {
    throw invalidData(ErrorCode.REPORT_PERIOD_REFUSED, verdict.why)
  }
  const { period } = verdict
  const is_current = await bringUpToDate(container, asked.scope)
  const currencies = await reportsOf(container).currenciesOf(asked.scope, period)
  const currency_code = asked.currency_code ?? currencies[0] ?? (await firstCurrency(container))

  return {
    period,
    head: {
      currency_code,
      currencies: currencies.toSorted(),
      time_zone: period.time_zone,
      ...period.days,
      starts_at: period.starts_at,
      ends_at: period.ends_at,
      is_current,
    },
  }
}

function daysOf({ from, to, time_zone }: ReportAsked): Days {
  const end = to ?? addDays(dayAt(new Date(), time_zone), 1)

  return { from: from ?? addDays(end, -DAYS), to: end }
}

/** Mostly nothing has changed since the job was here, and one statement says so. */
async function bringUpToDate(container: MedusaContainer, scope: ReportScope): Promise<boolean> {
  const reports = reportsOf(container)
  if (await reports.isCurrent(scope)) {
    return true
  }
  await reports.keepCurrent(scope, MOST_MARKS)

  return reports.isCurrent(scope)
}

const firstCurrency = async (container: MedusaContainer) =>
  (await readStore(container)).currencies[0] ?? "usd"
