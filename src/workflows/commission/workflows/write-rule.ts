import {
  createWorkflow,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { recordAuditStep } from "../../audit/record-audit"
import { ruleLock } from "../rule-lock"
import { type WriteRuleInput, writeRuleStep } from "../steps/write-rule"

export const writeCommissionRuleWorkflowId = "write-commission-rule"

/** Writes a rule of commission, or the next version of one; it holds for sales from now on, and changes none from before. */
export const writeCommissionRuleWorkflow = createWorkflow(
  writeCommissionRuleWorkflowId,
  (input: WorkflowData<WriteRuleInput>) => {
    const lock = transform({ input }, ruleLock)
    acquireLockStep(lock)
    const written = writeRuleStep(input)
    releaseLockStep(lock)
    recordAuditStep(
      transform({ written }, ({ written: { before, after } }) => ({
        action: before ? "commission-rule.changed" : "commission-rule.created",
        record_type: "commission_rule",
        record_id: after.id,
        before,
        after,
      }))
    )

    return new WorkflowResponse(transform({ written }, (data) => ({ id: data.written.after.id })))
  }
)
