import type { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { type Area, CAUSE_CODES, CAUSES, type Finding } from "./domain/causes"
import * as lines from "./line-rows"
import { ReconciliationLine } from "./models/reconciliation-line"
import { ReconciliationRun } from "./models/reconciliation-run"

export type RunOutcome = {
  open: Finding[]
  repaired: Finding[]
  /** What could not be compared, and why. */
  left_out: Partial<Record<Area, string[]>>
}

/** Keeps what reconciliation found, and what became of it. */
class ReconciliationModuleService extends MedusaService({ ReconciliationRun, ReconciliationLine }) {
  /** Writes what a run found, and closes what it would have found if it were still true. */
  @InjectTransactionManager()
  async finishRun(
    run_id: string,
    outcome: RunOutcome,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    const now = new Date()
    await lines.saveFindings(sharedContext, run_id, { findings: outcome.repaired, state: "repaired" })
    await lines.saveFindings(sharedContext, run_id, { findings: outcome.open, state: "open" })
    const causes = CAUSE_CODES.filter(
      (code) => CAUSES[code].is_current && !outcome.left_out[CAUSES[code].area]?.length
    )
    await lines.closeGone(sharedContext, { run_id, causes, now })
    await this.updateReconciliationRuns(
      {
        id: run_id,
        state: "done",
        finished_at: now,
        found: outcome.open.length + outcome.repaired.length,
        left_out: outcome.left_out,
        ...(await lines.countOfRun(sharedContext, run_id)),
      },
      sharedContext
    )
  }

  /** When the last run was, and how many lines wait for somebody. */
  @InjectManager()
  async readStanding(@MedusaContext() sharedContext: Context = {}): Promise<lines.Standing> {
    return lines.standing(sharedContext)
  }

  /** False when the line is not open any more. */
  @InjectManager()
  async markDone(
    of: { id: string; by: string; note: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    return lines.markDone(sharedContext, of, new Date())
  }
}

export default ReconciliationModuleService
