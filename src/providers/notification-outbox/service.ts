import { appendFile } from "node:fs/promises"
import type {
  ProviderSendNotificationDTO,
  ProviderSendNotificationResultsDTO,
} from "@medusajs/framework/types"
import { AbstractNotificationProviderService } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

const Options = z.object({ path: z.string().min(1) })

/**
 * Writes every message as a line of JSON into a file, for tests and the local demo, where nobody has a phone. The
 * configuration refuses it where the server is meant for real people (`MESSAGE_OUTBOX`).
 */
export class OutboxNotificationProvider extends AbstractNotificationProviderService {
  static override identifier = "outbox"

  static override validateOptions(options: Record<string, unknown>): void {
    Options.parse(options)
  }

  private readonly path: string

  constructor(_: object, options: unknown) {
    super()
    this.path = Options.parse(options).path
  }

  override async send(
    notification: ProviderSendNotificationDTO
  ): Promise<ProviderSendNotificationResultsDTO> {
    const { channel, to, template, content } = notification
    const line = { at: new Date().toISOString(), channel, to, template, ...content }
    await appendFile(this.path, `${JSON.stringify(line)}\n`, { mode: 0o600 })

    return {}
  }
}
