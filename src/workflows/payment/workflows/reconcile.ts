import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type ReconcileInput, reconcileStep } from "../steps/reconcile"

export const reconcileWorkflowId = "reconcile-payments"

/** One run of reconciliation: interrupted checkouts, the inbox, unsettled transactions, refunds under way, lost movements. */
export const reconcileWorkflow = createWorkflow(
  reconcileWorkflowId,
  (input: ReconcileInput) => new WorkflowResponse(reconcileStep(input))
)
