import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { productLock } from "../product-lock"
import { planSubmissionStep } from "../steps/plan-submission"
import type { OwnProductRef } from "../types"
import { moveVendorProductWorkflow } from "./move-product"

export const submitVendorProductWorkflowId = "submit-vendor-product"

/** Asks staff to approve a product; where no approval is asked for, it is published. */
export const submitVendorProductWorkflow = createWorkflow(
  submitVendorProductWorkflowId,
  (input: OwnProductRef) => {
    const lock = transform(input, productLock)
    acquireLockStep(lock)
    const move = planSubmissionStep(input)
    moveVendorProductWorkflow.runAsStep({ input: move })
    releaseLockStep(lock)

    return new WorkflowResponse(move)
  }
)
