import { createHash, createHmac, timingSafeEqual } from "node:crypto"
import type { z } from "@medusajs/framework/zod"
import type { GatewayEvent, RawWebhook } from "../../lib/gateway"
import { parseJson, WebhookBody } from "./schemas"

type EventData = z.infer<typeof WebhookBody>["data"]

const SIGNATURE_HEADER = "x-paystack-signature"

/** Checks HMAC-SHA512 of the raw body under the secret key, in constant time. */
export function isSigned(webhook: RawWebhook, secretKey: string): boolean {
  const header = webhook.headers[SIGNATURE_HEADER]
  if (typeof header !== "string") {
    return false
  }
  const expected = createHmac("sha512", secretKey).update(webhook.raw_body).digest()
  const given = Buffer.from(header, "hex")

  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** An authentic body as an event. A body that is not understood is an event too, so that nobody misses it. */
export function toEvent(rawBody: Buffer): GatewayEvent {
  const digest = createHash("sha256").update(rawBody).digest("hex")
  const body = parseBody(rawBody)
  if (!body) {
    return { type: "unreadable", dedupe_key: `unreadable|${digest}`, reference: null, payload: {} }
  }
  const { event, data } = body
  const reference = data.reference ?? data.transaction_reference ?? data.transaction?.reference ?? null

  return {
    type: event,
    dedupe_key: [event, identityOf(data, digest), reference ?? "", data.status ?? ""].join("|"),
    reference,
    payload: { event, data },
  }
}

/**
 * Paystack numbers no events. Where the thing an event is about has no id either (two partial refunds of one
 * transaction), the body tells deliveries of the same event from another event.
 */
function identityOf(data: EventData, digest: string): string {
  return data.id ?? data.refund_reference ?? data.transfer_code ?? digest
}

function parseBody(rawBody: Buffer): z.infer<typeof WebhookBody> | null {
  try {
    return WebhookBody.parse(parseJson(rawBody.toString("utf8")))
  } catch {
    return null
  }
}
