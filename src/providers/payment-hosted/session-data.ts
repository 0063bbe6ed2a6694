import { z } from "@medusajs/framework/zod"
import type { Charge } from "../../lib/gateway"
import { type FrozenShare, readShares } from "../../lib/gateway-split"

/** The only keys that a client may put into a session's data; every other one is dropped. */
const ClientData = z.object({
  email: z.email().max(254).optional().catch(undefined),
  callback_url: z
    .url({ protocol: /^https?$/ })
    .optional()
    .catch(undefined),
})

/** Core stores a client's data before it asks the provider: whoever starts a payment cuts it down to these keys. */
export const CLIENT_DATA_KEYS = Object.keys(ClientData.shape)

export type ClientData = z.infer<typeof ClientData>

/** An account that the buyer sends a transfer to. */
export const PayTo = z.object({
  bank_name: z.string().min(1).max(100),
  account_name: z.string().min(1).max(100),
  account_number: z.string().min(1).max(50),
})

/** What the provider itself keeps in a session's data; amounts are integer minor units as strings. */
const SessionData = z.object({
  session_id: z.string().optional(),
  reference: z.string(),
  expected_minor: z.string().regex(/^\d+$/),
  currency_code: z.string(),
  authorization_url: z.string().optional(),
  access_code: z.string().optional(),
  pay_to: PayTo.optional(),
  fee_minor: z.string().optional(),
  gateway_id: z.string().optional(),
  channel: z.string().optional(),
  paid_at: z.string().optional(),
})

export type SessionData = z.infer<typeof SessionData>

export function readClientData(data: unknown, allowedOrigins: string[]): ClientData {
  const client = ClientData.parse(data ?? {})
  const origins = allowedOrigins.map((url) => new URL(url).origin)
  const isAllowed = client.callback_url && origins.includes(new URL(client.callback_url).origin)

  return { email: client.email, callback_url: isAllowed ? client.callback_url : undefined }
}

const PlannedSplit = z.object({ split: z.object({ amount_minor: z.string(), shares: z.unknown() }) })

/** What the server has planned to be paid to vendors of that very amount; no client can put it there. */
export function readSplit(data: unknown, amountMinor: bigint): FrozenShare[] {
  const { data: planned } = PlannedSplit.safeParse(data)

  return planned?.split.amount_minor === String(amountMinor) ? readShares(planned.split.shares) : []
}

/** The session's data as this provider wrote it, or null when it did not. */
export function readSessionData(data: unknown): SessionData | null {
  const parsed = SessionData.safeParse(data)

  return parsed.success ? parsed.data : null
}

/** What may be kept of a charge: facts about the money, never about the card. */
export function chargeData(charge: Charge): Partial<SessionData> {
  return {
    fee_minor: String(charge.fee_minor),
    gateway_id: charge.gateway_id ?? undefined,
    channel: charge.channel ?? undefined,
    paid_at: charge.paid_at?.toISOString(),
  }
}
