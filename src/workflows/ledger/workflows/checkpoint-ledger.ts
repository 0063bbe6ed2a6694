import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type CheckpointLedgerInput, checkpointLedgerStep } from "../steps/checkpoint-ledger"

export const checkpointLedgerWorkflowId = "checkpoint-ledger"

/** Keeps the balances of all accounts, so that one with a million postings is read as fast as a new one. */
export const checkpointLedgerWorkflow = createWorkflow(
  checkpointLedgerWorkflowId,
  (input: CheckpointLedgerInput) => new WorkflowResponse(checkpointLedgerStep(input))
)
