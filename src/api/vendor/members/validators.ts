import { z } from "@medusajs/framework/zod"
import { wholeNumber } from "../../../lib/list-params"
import { VENDOR_ROLES } from "../../../lib/permissions"

export const VendorGetMembersParams = z.strictObject({
  role: z.enum(VENDOR_ROLES).optional(),
  order: z.enum(["created_at", "-created_at", "role", "-role"]).default("created_at"),
  limit: wholeNumber(1, 100).default(20),
  offset: wholeNumber(0, 1_000_000).default(0),
})
export type VendorGetMembersParamsType = z.infer<typeof VendorGetMembersParams>

export const VendorUpdateMember = z.strictObject({ role: z.enum(VENDOR_ROLES) })
export type VendorUpdateMemberType = z.infer<typeof VendorUpdateMember>
