import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { RECONCILIATION_MODULE } from "../../modules/reconciliation"
import { type CauseCode, type Finding, keyOf } from "../../modules/reconciliation/domain/causes"
import type ReconciliationModuleService from "../../modules/reconciliation/service"
import { SETTLEMENT_MODULE } from "../../modules/settlement"
import type SettlementModuleService from "../../modules/settlement/service"
import { notifyStaff } from "../notify-staff"
import { reconcileWorkflow } from "../payment/workflows/reconcile"
import { settleTransactionWorkflow } from "../payment/workflows/settle-transaction"
import { followPayoutsWorkflow } from "../payout/workflows/follow-payouts"
import { settlementBooks } from "../settlement/books"
import { readSettlements } from "../settlement/read-settlements"
import { type Drift, findDrift } from "./find-drift"

const DAY_MS = 86_400_000
const AT_ONCE = 500

/** What asking the gateway once more about one payment makes right. */
const SETTLED: CauseCode[] = ["payment_not_noticed", "receipt_missing", "payment_not_settled"]

export type ReconcileAllInput = {
  /** A member of staff; null for the scheduler and the console. */
  started_by: string | null
  /** How far back payments and refunds are compared. */
  days: number
}

/**
 * Compares the books with what the gateways say, makes right what needs no judgement, and compares again: what is gone then
 * was repaired, and the rest is a task for a person. Moves no money of its own.
 */
export async function reconcileAll(
  container: MedusaContainer,
  { started_by, days }: ReconcileAllInput
): Promise<string> {
  const now = new Date()
  const since = new Date(now.getTime() - days * DAY_MS)
  const kept = container.resolve<ReconciliationModuleService>(RECONCILIATION_MODULE)
  const run = await kept.createReconciliationRuns({ state: "running", started_by, since })
  try {
    const read = await readSettlements(container, now)
    const before = await findDrift(container, { since, now })
    const after = before.findings.length ? await repaired(container, before.findings, { since, now }) : before
    const left = new Set(after.findings.map(keyOf))
    const gone = before.findings.filter(
      // What could not be looked at again has not been repaired for all we know.
      (finding) => !left.has(keyOf(finding)) && !Object.keys(after.left_out).length
    )
    await kept.finishRun(run.id, {
      open: after.findings,
      repaired: gone,
      left_out: withUnread(after.left_out, read.failures),
    })
    await tellStaff(container, run.id)
  } catch (error) {
    const last_error = error instanceof Error ? error.message : String(error)
    await kept.updateReconciliationRuns({
      id: run.id,
      state: "failed",
      finished_at: new Date(),
      last_error: last_error.slice(0, 500),
    })
    throw error
  }

  return run.id
}

/** A settlement or a top-up that was not read makes the balance differ, too. */
function withUnread(leftOut: Drift["left_out"], failures: string[]): Drift["left_out"] {
  return failures.length
    ? { ...leftOut, settlements: [...(leftOut.settlements ?? []), ...failures] }
    : leftOut
}

/** Does what the jobs do, without waiting for them, and looks again. */
async function repaired(container: MedusaContainer, findings: Finding[], period: { since: Date; now: Date }) {
  await reconcileWorkflow(container).run({ input: { limit: AT_ONCE, min_age_seconds: 120 } })
  await followPayoutsWorkflow(container).run({ input: { limit: AT_ONCE } })
  const references = findings.flatMap(({ cause, reference }) =>
    SETTLED.includes(cause) && reference ? [reference] : []
  )
  for (const reference of new Set(references)) {
    try {
      await settleTransactionWorkflow(container).run({ input: { reference } })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(`Payment ${reference} could not be brought to its end: ${reason}`)
    }
  }
  await readSettlements(container, period.now)
  await explainSettlements(container, findings, period)

  return findDrift(container, period)
}

/** A refund whose answer was lost may have been taken out of a settlement before it was known to be made. */
async function explainSettlements(
  container: MedusaContainer,
  findings: Finding[],
  { since }: { since: Date }
) {
  const gateways = findings.flatMap(({ cause, gateway }) =>
    cause === "settlement_unexplained" && gateway ? [gateway] : []
  )
  for (const gateway of new Set(gateways)) {
    await container
      .resolve<SettlementModuleService>(SETTLEMENT_MODULE)
      .explainLate({ gateway, since }, settlementBooks(container))
  }
}

async function tellStaff(container: MedusaContainer, runId: string): Promise<void> {
  const [, fresh] = await container
    .resolve<ReconciliationModuleService>(RECONCILIATION_MODULE)
    .listAndCountReconciliationLines({ state: "open", first_run_id: runId }, { take: 1 })
  if (fresh > 0) {
    await notifyStaff(container, {
      key: `reconciliation:${runId}`,
      title: "The books and a gateway differ",
      description: `Reconciliation has found ${fresh} new differences that need a person.`,
    })
  }
}
