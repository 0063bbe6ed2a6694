import { Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { moduleOf, type World } from "../world"

export const PASSING = "walk-passing"
export const WAITING = "walk-waiting"
export const WAITING_STEP = "walk-wait"
const KEPT = "walk-kept"

const passStep = createStep("walk-pass", async () => undefined)
/** Answers nothing, so that it waits until somebody says how it went; nobody waits for it after that. */
const waitStep = createStep({ name: WAITING_STEP, async: true, timeout: 20 }, async () => undefined)

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

/** Runs something from its beginning to its end, for whoever listens. */
export const runOnce = (world: World, transactionId?: string) =>
  engineOf(world).run(PASSING, { transactionId })
