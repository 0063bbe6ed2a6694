import { z } from "@medusajs/framework/zod"
import { recordId } from "../../../lib/list-params"
import { paragraph } from "../../../lib/shop-profile"
import { disputeAmount, disputeFilters } from "../../store/disputes/validators"

export const AdminGetDisputesParams = z.strictObject({
  ...disputeFilters,
  order_id: recordId.optional(),
  vendor_id: recordId.optional(),
  gateway: recordId.optional(),
  reason: recordId.optional(),
})

export type AdminGetDisputesParamsType = z.infer<typeof AdminGetDisputesParams>

/** The buyer and the shop read why. An amount is for a buyer's case alone: all that is held unless it is said. */
export const AdminRuleDispute = z
  .strictObject({
    for: z.enum(["buyer", "shop"]),
    reason: paragraph(1000),
    amount: disputeAmount.optional(),
  })
  .refine((ruling) => ruling.for === "buyer" || ruling.amount === undefined, {
    message: "an amount is given back to the buyer alone",
  })

export type AdminRuleDisputeType = z.infer<typeof AdminRuleDispute>

/** A sentence for the bank; the evidence is put together by itself. */
export const AdminSubmitDispute = z.strictObject({ message: paragraph(1000).optional() }).default({})

export type AdminSubmitDisputeType = z.infer<typeof AdminSubmitDispute>

export const AdminNameDisputeItems = z.strictObject({
  line_ids: z
    .array(recordId)
    .min(1)
    .max(100)
    .refine((ids) => new Set(ids).size === ids.length, { message: "names a line twice" }),
})

export type AdminNameDisputeItemsType = z.infer<typeof AdminNameDisputeItems>

export const AdminWriteDisputeMessage = z.strictObject({
  text: paragraph(5000),
  /** The one shop that reads it, besides the buyer; all of the case unless it is said. */
  vendor_id: recordId.optional(),
})

export type AdminWriteDisputeMessageType = z.infer<typeof AdminWriteDisputeMessage>
