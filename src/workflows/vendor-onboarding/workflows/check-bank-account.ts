import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type CheckBankAccountInput, checkBankAccountStep } from "../steps/check-bank-account"

export const checkBankAccountWorkflowId = "check-vendor-bank-account"

/** Has the gateway say whether a shop's account is kept under the name that the shop gave. */
export const checkBankAccountWorkflow = createWorkflow(
  checkBankAccountWorkflowId,
  (input: CheckBankAccountInput) => new WorkflowResponse(checkBankAccountStep(input))
)
