import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordAuditStep } from "../../audit/record-audit"
import { type ChangeSettingsInput, changeSettingsStep } from "../steps/change-settings"

export const changeSettingsWorkflowId = "change-settings"

/** Sets some of the platform's settings; they hold from the next request on, in every process. */
export const changeSettingsWorkflow = createWorkflow(
  changeSettingsWorkflowId,
  (input: ChangeSettingsInput) => {
    const change = changeSettingsStep(input)
    recordAuditStep(
      transform({ change }, (data) => ({
        action: "settings.changed",
        record_type: "platform_setting",
        before: data.change.before,
        after: data.change.after,
      }))
    )

    return new WorkflowResponse(change.after)
  }
)
