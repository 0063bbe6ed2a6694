import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { readSettlementsStep } from "../steps/read-settlements"

export const readSettlementsWorkflowId = "read-settlements"

/** Asks the gateways what they have paid out, what was put on their balances and what they hold. */
export const readSettlementsWorkflow = createWorkflow(
  readSettlementsWorkflowId,
  () => new WorkflowResponse(readSettlementsStep({}))
)
