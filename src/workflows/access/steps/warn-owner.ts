import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { emailOfLogin } from "../../../lib/login-emails"
import type { MessageData } from "../../../lib/messages"
import { ONE_TIME_CODE_MODULE } from "../../../modules/one-time-code"
import type OneTimeCodeModuleService from "../../../modules/one-time-code/service"
import { entityAt, loginOf } from "../login-of"
import { sendMessage } from "./send-message"

export type WarnOwnerInput = {
  auth_identity_id: string
  template: "phone_changed" | "second_factor_added" | "second_factor_removed"
  data: MessageData
  /** Where a login without an e-mail address is told, if not at the number that it has. */
  phone?: string | null
}

/**
 * Warns whoever has the login, by e-mail or else by SMS. It waits for no message that was sent before, so that no thief can
 * silence it by asking for a code first. The change stands also when the warning cannot be sent.
 */
export const warnOwnerStep = createStep("warn-owner", async (input: WarnOwnerInput, { container }) => {
  const { auth_identity_id, template, data } = input
  const login = await loginOf(container, auth_identity_id)
  const email = emailOfLogin(login)
  const to = email ?? (input.phone === undefined ? entityAt(login, "phone") : input.phone)
  const channel = email ? "email" : "sms"
  try {
    if (to) {
      const codes = container.resolve<OneTimeCodeModuleService>(ONE_TIME_CODE_MODULE)
      await codes.countNotice({ channel, destination: to })
      await sendMessage(container, { channel, to, template, data })
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : "unknown failure"
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`The owner of ${auth_identity_id} was not told of ${template}: ${why}`)
  }

  return new StepResponse(undefined)
})
