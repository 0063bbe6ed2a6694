import { z } from "@medusajs/framework/zod"
import { oneOrMany, recordId, wholeNumber } from "../../../lib/list-params"
import { WEBHOOK_EVENT_STATES } from "../../../modules/webhook/domain/state"

export const AdminGetWebhookEventsParams = z.strictObject({
  gateway: recordId.optional(),
  /** `dead` ones wait for a person. */
  state: oneOrMany(z.enum(WEBHOOK_EVENT_STATES)).optional(),
  /** `unreadable`, `ignored`, or what it came to. */
  outcome: recordId.optional(),
  limit: wholeNumber(1, 100).default(20),
  offset: wholeNumber(0, 10_000).default(0),
})

export type AdminGetWebhookEventsParamsType = z.infer<typeof AdminGetWebhookEventsParams>

export const AdminRetryWebhookEvent = z.strictObject({})
