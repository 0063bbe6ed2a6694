import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ACCESS_MODULE } from "../../../modules/access"
import type AccessModuleService from "../../../modules/access/service"

/** A first number changes nothing that anybody could have stolen. */
export const notePhoneChangeStep = createStep(
  "note-phone-change",
  async (input: { auth_identity_id: string; is_changed: boolean }, { container }) => {
    const { auth_identity_id, is_changed } = input
    if (!is_changed) {
      return new StepResponse(undefined)
    }
    const access = container.resolve<AccessModuleService>(ACCESS_MODULE)
    const [mark] = await access.listAccessMarks({ auth_identity_id })
    await access.notePhoneChange({ auth_identity_id, at: new Date() })

    return new StepResponse(undefined, { auth_identity_id, at: mark?.phone_changed_at ?? null })
  },
  async (before, { container }) => {
    if (before) {
      await container.resolve<AccessModuleService>(ACCESS_MODULE).notePhoneChange(before)
    }
  }
)
