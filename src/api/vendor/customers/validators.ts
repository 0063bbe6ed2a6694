import { z } from "@medusajs/framework/zod"
import { wholeNumber } from "../../../lib/list-params"

export const VendorGetCustomersParams = z.strictObject({
  q: z.string().trim().min(1).max(200).optional(),
  limit: wholeNumber(1, 100).default(20),
  offset: wholeNumber(0, 1_000_000).default(0),
  order: z
    .enum(["name", "-name", "orders_count", "-orders_count", "last_order_at", "-last_order_at"])
    .default("-last_order_at"),
})

export type VendorGetCustomersParamsType = z.infer<typeof VendorGetCustomersParams>

export const VendorGetCustomerParams = z.strictObject({})
