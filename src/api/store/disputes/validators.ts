import { z } from "@medusajs/framework/zod"
import { DISPUTE_KINDS, DISPUTE_STATES } from "../../../lib/dispute-states"
import { moment, oneOrMany, pageOf, recordId } from "../../../lib/list-params"
import { paragraph } from "../../../lib/shop-profile"
import { BUYER_REASONS } from "../../../modules/dispute/domain/buyer-case"

const date = moment.transform((value) => new Date(value))

/** What a list of cases can be narrowed by, on all surfaces. */
export const disputeFilters = {
  state: oneOrMany(z.enum(DISPUTE_STATES)).optional(),
  kind: oneOrMany(z.enum(DISPUTE_KINDS)).optional(),
  /** Half open, as all periods are: from `$gte`, before `$lt`. */
  created_at: z.strictObject({ $gte: date.optional(), $lt: date.optional() }).optional(),
  due_at: z.strictObject({ $lt: date }).optional(),
  ...pageOf(["created_at", "due_at"], "-created_at"),
}

/** A major-unit amount; as text, because a number in JSON is not exact. */
export const disputeAmount = z
  .string()
  .regex(/^\d{1,15}(\.\d{1,4})?$/, "must be an amount in digits, such as 1500.50")

export const DisputeMessage = z.strictObject({ text: paragraph(5000) })

export type DisputeMessageType = z.infer<typeof DisputeMessage>

export const StoreGetDisputesParams = z.strictObject({ ...disputeFilters, order_id: recordId.optional() })

export type StoreGetDisputesParamsType = z.infer<typeof StoreGetDisputesParams>

export const StoreOpenDispute = z.strictObject({
  order_id: recordId,
  vendor_order_id: recordId,
  line_ids: z
    .array(recordId)
    .max(100)
    .refine((ids) => new Set(ids).size === ids.length, { message: "names a line twice" })
    .default([]),
  reason: z.enum(BUYER_REASONS),
  amount: disputeAmount.optional(),
  message: paragraph(5000),
})

export type StoreOpenDisputeType = z.infer<typeof StoreOpenDispute>
