import type { InferTypeOf, MedusaContainer } from "@medusajs/framework/types"
import { ErrorCode, notFound } from "../../lib/errors"
import { toMajorUnits } from "../../lib/money"
import { RECONCILIATION_MODULE } from "../../modules/reconciliation"
import { type Area, CAUSES, type CauseCode } from "../../modules/reconciliation/domain/causes"
import type { ReconciliationLine } from "../../modules/reconciliation/models/reconciliation-line"
import type { ReconciliationRun } from "../../modules/reconciliation/models/reconciliation-run"
import type ReconciliationModuleService from "../../modules/reconciliation/service"

type RunRow = InferTypeOf<typeof ReconciliationRun>
type LineRow = InferTypeOf<typeof ReconciliationLine>
type Page = { limit: number; offset: number; order: "created_at" | "-created_at" }

export type LineFilters = {
  state?: string
  area?: Area
  cause?: CauseCode
  gateway?: string
  run_id?: string
}

const runView = (row: RunRow) => ({
  id: row.id,
  state: row.state,
  started_by: row.started_by,
  since: row.since,
  created_at: row.created_at,
  finished_at: row.finished_at,
  found: row.found,
  repaired: row.repaired,
  open: row.open,
  left_out: row.left_out ?? {},
  last_error: row.last_error,
})

const lineView = (row: LineRow) => {
  // In which currency an amount is, not every gateway says.
  const major = (amount: string | null) =>
    amount === null || row.currency_code === null ? null : toMajorUnits(BigInt(amount), row.currency_code)

  return {
    id: row.id,
    area: row.area,
    cause: row.cause,
    probable_cause: CAUSES[row.cause as CauseCode].sentence,
    gateway: row.gateway,
    reference: row.reference,
    currency_code: row.currency_code,
    /** In major units, as decimals. */
    expected: major(row.expected_minor),
    found: major(row.found_minor),
    state: row.state,
    first_run_id: row.first_run_id,
    last_run_id: row.last_run_id,
    created_at: row.created_at,
    done_by: row.done_by,
    done_at: row.done_at,
    note: row.note,
  }
}

const service = (container: MedusaContainer) =>
  container.resolve<ReconciliationModuleService>(RECONCILIATION_MODULE)

const pageOf = ({ limit, offset, order }: Page) => {
  const direction = order.startsWith("-") ? ("DESC" as const) : ("ASC" as const)

  return { take: limit, skip: offset, order: { created_at: direction, id: direction } }
}

export async function listRuns(container: MedusaContainer, page: Page) {
  const [rows, count] = await service(container).listAndCountReconciliationRuns({}, pageOf(page))

  return { runs: rows.map(runView), count, offset: page.offset, limit: page.limit }
}

export async function retrieveRun(container: MedusaContainer, id: string) {
  return runView(await service(container).retrieveReconciliationRun(id))
}

export async function listLines(container: MedusaContainer, query: Page & LineFilters) {
  const { limit, offset, order, run_id, ...filters } = query
  const named = Object.fromEntries(
    Object.entries({ ...filters, last_run_id: run_id }).filter(([, value]) => value !== undefined)
  )
  const [rows, count] = await service(container).listAndCountReconciliationLines(named, pageOf(query))

  return { lines: rows.map(lineView), count, offset, limit }
}

/** @throws not found */
export async function retrieveLine(container: MedusaContainer, id: string) {
  const [row] = await service(container).listReconciliationLines({ id }, { take: 1 })
  if (!row) {
    throw notFound(ErrorCode.RECONCILIATION_LINE_NOT_FOUND, `There is no difference ${id}.`)
  }

  return lineView(row)
}
