import { createHash, timingSafeEqual } from "node:crypto"
import type { z } from "@medusajs/framework/zod"
import type { GatewayEvent, RawWebhook } from "../../lib/gateway"
import { parseJson, WebhookBody } from "./schemas"

const HASH_HEADER = "verif-hash"

const digestOf = (text: string | Buffer) => createHash("sha256").update(text).digest()

/**
 * Whether the event comes with the hash of the dashboard. That is a password sent along, not a signature: it says nothing
 * of the body, and whoever has seen one event can write others. An event is a hint to ask the API, and no more.
 */
export function knowsHash(webhook: RawWebhook, webhookHash: string): boolean {
  const given = webhook.headers[HASH_HEADER]

  return typeof given === "string" && timingSafeEqual(digestOf(given), digestOf(webhookHash))
}

/** A body as an event. A body that is not understood is an event too, so that nobody misses it. */
export function toEvent(rawBody: Buffer): GatewayEvent {
  const digest = digestOf(rawBody).toString("hex")
  const body = parseBody(rawBody)
  if (!body) {
    return { type: "unreadable", dedupe_key: `unreadable|${digest}`, reference: null, payload: {} }
  }
  const { event, data } = body
  const reference = data.tx_ref ?? data.reference ?? null

  return {
    type: event,
    // With the body in it: a forged event must not be taken for the true one that comes after it.
    dedupe_key: [event, data.id ?? "", reference ?? "", data.status ?? "", digest].join("|"),
    reference,
    payload: { event, data },
  }
}

function parseBody(rawBody: Buffer): z.infer<typeof WebhookBody> | null {
  try {
    return WebhookBody.parse(parseJson(rawBody.toString("utf8")))
  } catch {
    return null
  }
}
