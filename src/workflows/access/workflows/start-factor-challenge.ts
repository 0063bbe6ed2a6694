import { createWorkflow, type WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type StartFactorChallengeInput, startFactorChallengeStep } from "../steps/start-factor-challenge"

export const startFactorChallengeWorkflowId = "start-factor-challenge"

/** Asks somebody who is signed in for the second factor again, as `step_up_required` demands. */
export const startFactorChallengeWorkflow = createWorkflow(
  startFactorChallengeWorkflowId,
  (input: WorkflowData<StartFactorChallengeInput>) => new WorkflowResponse(startFactorChallengeStep(input))
)
