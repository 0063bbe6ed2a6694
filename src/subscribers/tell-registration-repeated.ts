import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { PasswordEvents, type RegistrationRepeated } from "../lib/password-events"
import { sendMessageWorkflow } from "../workflows/access/workflows/send-message"

/** Only the owner of an address learns that it has a login already. */
export default async function tellRegistrationRepeated({
  event,
  container,
}: SubscriberArgs<RegistrationRepeated>) {
  await sendMessageWorkflow(container).run({
    input: { channel: "email", to: event.data.email, template: "login_exists", data: {} },
  })
}

export const config: SubscriberConfig = {
  event: PasswordEvents.REGISTRATION_REPEATED,
  context: { subscriberId: "tell-registration-repeated" },
}
