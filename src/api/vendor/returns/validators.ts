import { z } from "@medusajs/framework/zod"
import { wholeNumber } from "../../../lib/list-params"
import { paragraph } from "../../../lib/shop-profile"

const STATUSES = ["open", "requested", "received", "partially_received", "canceled"] as const

const status = z.enum(STATUSES)
export const VendorGetReturnsParams = z.strictObject({
  order_id: z.string().min(1).max(100).optional(),
  status: z.union([status.transform((value) => [value]), z.array(status).min(1).max(20)]).optional(),
  limit: wholeNumber(1, 100).default(20),
  offset: wholeNumber(0, 1_000_000).default(0),
  order: z.enum(["created_at", "-created_at"]).default("-created_at"),
})

export type VendorGetReturnsParamsType = z.infer<typeof VendorGetReturnsParams>

export const VendorGetReturnParams = z.strictObject({})

export const ApproveReturn = z.strictObject({ note: paragraph(500).optional() }).default({})

export type ApproveReturnType = z.infer<typeof ApproveReturn>

/** The buyer reads why. */
export const RejectReturn = z.strictObject({ reason: paragraph(500) })

export type RejectReturnType = z.infer<typeof RejectReturn>

export const ReceiveReturn = z
  .strictObject({
    /** Whether the goods can be sold again: yes unless it is said, or they are disputed. */
    restock: z.boolean().optional(),
    /** What is wrong with what came back: nothing is paid back then until staff have ruled. */
    dispute: paragraph(500).optional(),
  })
  .default({})

export type ReceiveReturnType = z.infer<typeof ReceiveReturn>
