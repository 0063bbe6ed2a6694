import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { AuthWorkflowEvents } from "@medusajs/framework/utils"
import { parseEmail } from "../lib/email"
import { recoveryMessage } from "../lib/recovery-message"
import { sendMessageWorkflow } from "../workflows/access/workflows/send-message"

type Recovery = { entity_id: string; actor_type: string; token: string }

/** Mails the link to a new password. Running twice sends the same link twice, which works once. */
export default async function sendRecoveryLink({ event, container }: SubscriberArgs<Recovery>) {
  if (parseEmail(event.data.entity_id)) {
    await sendMessageWorkflow(container).run({ input: recoveryMessage(event.data) })
  }
}

export const config: SubscriberConfig = {
  event: AuthWorkflowEvents.PASSWORD_RESET,
  context: { subscriberId: "send-recovery-link" },
}
