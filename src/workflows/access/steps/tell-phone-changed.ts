import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ONE_TIME_CODE_MODULE } from "../../../modules/one-time-code"
import type OneTimeCodeModuleService from "../../../modules/one-time-code/service"
import { entityAt, loginOf } from "../login-of"
import { sendMessage } from "./send-message"

/** Warns whoever had the login before. The change stands also when the warning cannot be sent. */
export const tellPhoneChangedStep = createStep(
  "tell-phone-changed",
  async (input: { auth_identity_id: string; old_phone: string | null }, { container }) => {
    const email = entityAt(await loginOf(container, input.auth_identity_id), "emailpass")
    const to = email ?? input.old_phone
    const channel = email ? "email" : "sms"
    try {
      if (to) {
        const codes = container.resolve<OneTimeCodeModuleService>(ONE_TIME_CODE_MODULE)
        await codes.countMessage({ channel, destination: to })
        await sendMessage(container, { channel, to, template: "phone_changed", data: {} })
      }
    } catch (error) {
      const why = error instanceof Error ? error.message : "unknown failure"
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(`The owner of ${input.auth_identity_id} was not told of the new phone number: ${why}`)
    }

    return new StepResponse(undefined)
  }
)
