import type { INotificationModuleService, Logger } from "@medusajs/framework/types"
import { ErrorCode, notAllowed } from "./errors"
import { type MessageData, type MessageTemplate, messageOf } from "./messages"

export type OutgoingMessage = {
  channel: "email" | "sms"
  /** An e-mail address, or a phone number in E.164. */
  to: string
  template: MessageTemplate
  data: MessageData
}

export type MessageTools = {
  notifications: Pick<INotificationModuleService, "createNotifications">
  logger: Pick<Logger, "error">
}

/**
 * Hands a message to the provider of its channel. What it says goes as `content`, which Medusa gives to the provider
 * and keeps nowhere: its `data` would lie in a table that staff can read. A message cannot be called back.
 */
export async function deliverMessage(
  { notifications, logger }: MessageTools,
  { channel, to, template, data }: OutgoingMessage
): Promise<void> {
  const { subject, text } = messageOf(template, data)
  try {
    await notifications.createNotifications({ channel, to, template, content: { subject, text } })
  } catch (error) {
    logger.error(`The message ${template} was not sent by ${channel}: ${withoutSecrets(error, data)}`)
    throw notAllowed(ErrorCode.MESSAGE_NOT_SENT, "The message could not be sent. Try again later.")
  }
}

/** A provider may repeat what it was asked to send, and a log is read by more people than a mailbox. */
function withoutSecrets(error: unknown, data: MessageData): string {
  const words = error instanceof Error ? error.message : "unknown failure"

  return Object.values(data).reduce((text, secret) => text.replaceAll(secret, "***"), words)
}
