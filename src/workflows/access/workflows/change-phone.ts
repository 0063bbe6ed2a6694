import {
  createWorkflow,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { maskDestination } from "../../../modules/one-time-code/domain/destination"
import type { TryCodeInput } from "../../../modules/one-time-code/types"
import { recordAuditStep } from "../../audit/record-audit"
import { changeLoginPhoneStep } from "../steps/change-login-phone"
import { type ConfirmPresenceInput, confirmPresenceStep } from "../steps/confirm-presence"
import { endSessionsOfLoginStep } from "../steps/end-sessions-of-login"
import { notePhoneChangeStep } from "../steps/note-phone-change"
import { redeemCodeStep } from "../steps/redeem-code"
import { warnOwnerStep } from "../steps/warn-owner"

export const changePhoneWorkflowId = "change-phone"

export type ChangePhoneInput = ConfirmPresenceInput & {
  phone: string
  code: string
}

/**
 * Changes the number that a login signs in with, or gives it its first: by a code to the new number, and by a fresh
 * second factor, the password, or where there is neither a recent sign-in. All sessions end, and after a change SMS rest as a second factor for a week.
 */
export const changePhoneWorkflow = createWorkflow(
  changePhoneWorkflowId,
  (input: WorkflowData<ChangePhoneInput>) => {
    confirmPresenceStep(input)
    redeemCodeStep(
      transform(
        input,
        (data): TryCodeInput => ({
          purpose: "phone_change",
          subject: data.auth_identity_id,
          destination: data.phone,
          asker: data.auth_identity_id,
          code: data.code,
        })
      )
    )
    const changed = changeLoginPhoneStep(input)
    const facts = transform({ input, changed }, (data) => ({
      auth_identity_id: data.input.auth_identity_id,
      old_phone: data.changed.old_phone,
      is_changed: data.changed.old_phone !== null && data.changed.old_phone !== data.input.phone,
    }))
    notePhoneChangeStep(facts)
    endSessionsOfLoginStep(
      transform(input, (data) => ({
        auth_identity_id: data.auth_identity_id,
        because: "phone_changed",
      }))
    )
    warnOwnerStep(
      transform(facts, ({ auth_identity_id, old_phone }) => ({
        auth_identity_id,
        template: "phone_changed" as const,
        data: {},
        phone: old_phone,
      }))
    )
    recordAuditStep(
      transform({ input, changed }, (data) => ({
        action: "login.phone-changed",
        record_type: "auth_identity",
        record_id: data.input.auth_identity_id,
        before: { phone: data.changed.old_phone && maskDestination(data.changed.old_phone) },
        after: { phone: maskDestination(data.input.phone) },
      }))
    )

    return new WorkflowResponse(transform(input, ({ phone }) => ({ phone })))
  }
)
