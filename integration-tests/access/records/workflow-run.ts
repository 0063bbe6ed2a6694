import { Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { moduleOf, must, type World } from "../world"

export const PASSING = "walk-passing"
export const WAITING = "walk-waiting"
export const WAITING_STEP = "walk-wait"
const KEPT = "walk-kept"

const passStep = createStep("walk-pass", async () => undefined)
/** Answers nothing, so that it waits until somebody says how it went. */
const waitStep = createStep({ name: WAITING_STEP, async: true }, async () => undefined)

createWorkflow(PASSING, () => new WorkflowResponse(passStep()))
createWorkflow({ name: KEPT, retentionTime: 3600 }, () => new WorkflowResponse(passStep()))
createWorkflow(WAITING, () => new WorkflowResponse(waitStep()))

const engineOf = (world: World) => moduleOf(world, Modules.WORKFLOW_ENGINE)

export type Run = { id: string; workflow_id: string; transaction_id: string }

/** A run that is over, as it stands in the table of executions. */
export async function createKeptRun(world: World): Promise<Run> {
  const transaction_id = `walk-${world.serial()}`
  await engineOf(world).run(KEPT, { transactionId: transaction_id })
  const [row] = await world.sql<Run>(
    "select id, workflow_id, transaction_id from workflow_execution where transaction_id = ?",
    [transaction_id]
  )
  if (!row) {
    throw new Error("The run was not kept.")
  }

  return row
}

/** A run that waits in its middle to be told how a step went. */
export async function createWaitingRun(world: World): Promise<{ transaction_id: string }> {
  const transaction_id = `walk-${world.serial()}`
  await engineOf(world).run(WAITING, { transactionId: transaction_id })

  return { transaction_id }
}

/** Ends what the walk has left waiting: a test is not over while a run waits to be told something. */
export async function endWaitingRuns(world: World): Promise<void> {
  const waiting = await world.sql<{ transaction_id: string }>(
    "select transaction_id from workflow_execution where workflow_id = ? and state = 'invoking'",
    [WAITING]
  )
  for (const { transaction_id } of waiting) {
    await must(world.clients["staff:owner"], "POST", `/admin/workflows-executions/${WAITING}/steps/success`, {
      transaction_id,
      step_id: WAITING_STEP,
    })
  }
}

/** Runs something from its beginning to its end, for whoever listens. */
export const runOnce = (world: World, transactionId?: string) =>
  engineOf(world).run(PASSING, { transactionId })
