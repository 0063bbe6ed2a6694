import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { LEDGER_MODULE } from "../../../modules/ledger"
import type LedgerModuleService from "../../../modules/ledger/service"

export type CheckpointLedgerInput = { min_postings: number }

/** Nothing to take back: a checkpoint says what the postings say. */
export const checkpointLedgerStep = createStep(
  "checkpoint-ledger",
  async (input: CheckpointLedgerInput, { container }) =>
    new StepResponse({
      accounts: await container.resolve<LedgerModuleService>(LEDGER_MODULE).checkpoint(input),
    })
)
