import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type ChooseShopInput, chooseShopStep } from "../steps/choose-shop"

export const chooseShopWorkflowId = "choose-shop"

/** Remembers in the session which shop its requests are about when they name none. */
export const chooseShopWorkflow = createWorkflow(
  chooseShopWorkflowId,
  (input: ChooseShopInput) => new WorkflowResponse(chooseShopStep(input))
)
