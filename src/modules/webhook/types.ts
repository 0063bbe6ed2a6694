import type { WebhookEventState } from "./domain/state"

export type ReceiveEventInput = {
  gateway: string
  type: string
  dedupe_key: string
  reference: string | null
  payload: Record<string, unknown>
  body_sha256: string
  received_at: Date
}

export type ReceivedEvent = { id: string; is_new: boolean }

/** An event whose lease the caller holds until `claimed_until`. */
export type ClaimedEvent = {
  id: string
  gateway: string
  type: string
  reference: string | null
  payload: Record<string, unknown>
  state: WebhookEventState
  attempts: number
  claimed_until: Date
  received_at: Date
}
