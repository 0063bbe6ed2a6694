import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { recordAuditStep } from "../../audit/record-audit"
import { ruleLock } from "../rule-lock"
import { endRuleStep } from "../steps/end-rule"

export const endCommissionRuleWorkflowId = "end-commission-rule"

/** Ends a rule of commission now; what was sold under it stays as it is, and so does the rule, to explain it. */
export const endCommissionRuleWorkflow = createWorkflow(
  endCommissionRuleWorkflowId,
  (input: { id: string; reason?: string }) => {
    const lock = transform({ input }, ruleLock)
    acquireLockStep(lock)
    const ended = endRuleStep(input)
    releaseLockStep(lock)
    recordAuditStep(
      transform({ input, ended }, (data) => ({
        action: "commission-rule.ended",
        record_type: "commission_rule",
        record_id: data.ended.id,
        reason: data.input.reason,
        after: data.ended,
      }))
    )

    return new WorkflowResponse(transform({ ended }, (data) => ({ id: data.ended.id })))
  }
)
