export const WEBHOOK_EVENT_STATES = ["received", "processing", "processed", "failed", "dead"] as const

export type WebhookEventState = (typeof WEBHOOK_EVENT_STATES)[number]

/** The one table of what may follow what. `processing` follows itself when a lease ran out. */
const webhookEventTransitions: Record<WebhookEventState, readonly WebhookEventState[]> = {
  received: ["processing"],
  // A worker whose lease ran out may still finish: the work is idempotent, and it is done.
  processing: ["processing", "processed", "failed", "dead"],
  failed: ["processing", "processed"],
  processed: [],
  // A person tries it again.
  dead: ["processed", "received"],
}

/** The states from which an event may come to `target`. */
export function statesBefore(target: WebhookEventState): WebhookEventState[] {
  return WEBHOOK_EVENT_STATES.filter((state) => webhookEventTransitions[state].includes(target))
}
