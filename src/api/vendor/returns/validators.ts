import { z } from "@medusajs/framework/zod"
import { wholeNumber } from "../../../lib/list-params"

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
