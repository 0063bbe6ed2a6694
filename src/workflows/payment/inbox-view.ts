import type { MedusaContainer } from "@medusajs/framework/types"
import { WEBHOOK_MODULE } from "../../modules/webhook"
import type { WebhookEventState } from "../../modules/webhook/domain/state"
import type WebhookModuleService from "../../modules/webhook/service"

/** Not the payload: what is in it of a buyer is nobody's business here. */
const FIELDS = [
  "id",
  "gateway",
  "type",
  "reference",
  "state",
  "outcome",
  "attempts",
  "last_error",
  "next_attempt_at",
  "received_at",
  "processed_at",
] as const

export type InboxEvent = {
  id: string
  gateway: string
  type: string
  reference: string | null
  state: WebhookEventState
  outcome: string | null
  attempts: number
  last_error: string | null
  next_attempt_at: Date
  received_at: Date
  processed_at: Date | null
}

export type InboxFilters = { gateway?: string; state?: WebhookEventState[]; outcome?: string }

/** Events of gateways as staff see them, the newest first. */
export async function listInbox(
  container: MedusaContainer,
  { limit, offset, ...filters }: InboxFilters & { limit: number; offset: number }
) {
  const [events, count] = await container
    .resolve<WebhookModuleService>(WEBHOOK_MODULE)
    .listAndCountWebhookEvents(filters, {
      select: [...FIELDS],
      order: { received_at: "DESC", id: "DESC" },
      take: limit,
      skip: offset,
    })

  return {
    webhook_events: events.map(
      // With what was asked for and nothing else.
      (event) => Object.fromEntries(FIELDS.map((name) => [name, event[name]])) as InboxEvent
    ),
    count,
    offset,
    limit,
  }
}
