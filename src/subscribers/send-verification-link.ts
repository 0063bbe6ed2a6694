import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { AuthWorkflowEvents } from "@medusajs/framework/utils"
import {
  type SendVerificationLinkInput,
  sendVerificationLinkWorkflow,
} from "../workflows/access/workflows/send-verification-link"

/** The link's token is made by core, which gives it to this event alone. */
export default async function sendVerificationLink({
  event,
  container,
}: SubscriberArgs<SendVerificationLinkInput>): Promise<void> {
  await sendVerificationLinkWorkflow(container).run({ input: event.data })
}

export const config: SubscriberConfig = { event: AuthWorkflowEvents.VERIFICATION_REQUESTED }
