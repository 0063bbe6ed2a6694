import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { type PasswordChanged, PasswordEvents } from "../lib/password-events"
import { sendMessageWorkflow } from "../workflows/access/workflows/send-message"

/** Whoever changed it: its owner hears of it. */
export default async function tellPasswordChanged({ event, container }: SubscriberArgs<PasswordChanged>) {
  await sendMessageWorkflow(container).run({
    input: { channel: "email", to: event.data.email, template: "password_changed", data: {} },
  })
}

export const config: SubscriberConfig = {
  event: PasswordEvents.CHANGED,
  context: { subscriberId: "tell-password-changed" },
}
