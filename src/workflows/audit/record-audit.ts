import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { AUDIT_MODULE } from "../../modules/audit"
import type AuditModuleService from "../../modules/audit/service"
import type { AuditRecord } from "../../modules/audit/types"

/**
 * Writes a sensitive change into the audit log, with what it was and what it became. It cannot be taken back, so it
 * is the last step of its workflow. Who and from where come from the running request.
 */
export const recordAuditStep = createStep("record-audit", async (entry: AuditRecord, { container }) => {
  await container.resolve<AuditModuleService>(AUDIT_MODULE).record(entry)

  return new StepResponse(undefined)
})
