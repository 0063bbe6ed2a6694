import { z } from "@medusajs/framework/zod"
import { createFindParams, createSelectParams } from "@medusajs/medusa/api/utils/validators"
import { TAX_STATUSES } from "../../../lib/item-tax"
import { oneOrMany, recordId, wholeNumber } from "../../../lib/list-params"
import { seenVersion } from "../../../lib/seen-version"
import { paragraph, shopProfile } from "../../../lib/shop-profile"
import { VENDOR_STATUSES } from "../../../modules/vendor/domain/vendor-status"

const status = z.enum(VENDOR_STATUSES)
const ORDERS = ["created_at", "name", "updated_at", "status"] as const

export const AdminGetVendorsParams = createFindParams().extend({
  q: z.string().trim().max(200).optional(),
  /** So that lists which know shops by their id alone can say their names. */
  id: oneOrMany(recordId).optional(),
  status: z.union([status, z.array(status).min(1).max(VENDOR_STATUSES.length)]).optional(),
  is_house: z.stringbool().optional(),
  limit: wholeNumber(1, 100).default(20),
  offset: wholeNumber(0, 1_000_000).default(0),
  order: z.enum(ORDERS.flatMap((field) => [field, `-${field}`])).default("-created_at"),
})

export const AdminGetVendorParams = createSelectParams()

export const AdminUpdateVendor = z
  .strictObject({
    ...shopProfile,
    /** Null for the platform's own rate. */
    commission_rate_bps: z.number().int().min(0).max(10_000).nullable(),
    tax_status: z.enum(TAX_STATUSES),
  })
  .partial()
export type AdminUpdateVendorType = z.infer<typeof AdminUpdateVendor>

export const AdminDecision = z.strictObject({ reason: paragraph(1000).optional() })
export type AdminDecisionType = z.infer<typeof AdminDecision>

/** On something that the shop can change meanwhile: what was seen is what is decided on. */
export const AdminReview = AdminDecision.extend({ version: seenVersion })
export type AdminReviewType = z.infer<typeof AdminReview>

/** The shop reads why. */
export const AdminReasonedDecision = z.strictObject({ reason: paragraph(1000) })
export type AdminReasonedDecisionType = z.infer<typeof AdminReasonedDecision>

export const AdminReasonedReview = AdminReasonedDecision.extend({ version: seenVersion })
export type AdminReasonedReviewType = z.infer<typeof AdminReasonedReview>
