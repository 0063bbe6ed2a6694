import { z } from "@medusajs/framework/zod"
import { oneOrMany, recordId, wholeNumber } from "../../../lib/list-params"
import { paragraph } from "../../../lib/shop-profile"
import { RETURN_STATES } from "../../../modules/vendor-order/domain/return"

export const AdminGetVendorReturnsParams = z.strictObject({
  state: oneOrMany(z.enum(RETURN_STATES)).optional(),
  vendor_id: recordId.optional(),
  order_id: recordId.optional(),
  limit: wholeNumber(1, 100).default(20),
  offset: wholeNumber(0, 10_000).default(0),
  order: z.enum(["created_at", "-created_at"]).default("-created_at"),
})

export type AdminGetVendorReturnsParamsType = z.infer<typeof AdminGetVendorReturnsParams>

/** How a disputed return ends; both sides read why. */
export const AdminRuleOnReturn = z.strictObject({ is_refunded: z.boolean(), note: paragraph(500) })

export type AdminRuleOnReturnType = z.infer<typeof AdminRuleOnReturn>
