import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { ReconcileAllInput } from "../reconcile-all"
import { reconcileAllStep } from "../steps/reconcile-all"

export const reconcileAllWorkflowId = "reconcile-all"

/** Compares the books with what the gateways say, and repairs what can be repaired. */
export const reconcileAllWorkflow = createWorkflow(
  reconcileAllWorkflowId,
  (input: ReconcileAllInput) => new WorkflowResponse(reconcileAllStep(input))
)
