import { z } from "@medusajs/framework/zod"
import { moment, oneOrMany, pageOf, recordId, searchText } from "../../../lib/list-params"
import { line } from "../../../lib/shop-profile"
import {
  PROMOTION_KINDS,
  PROMOTION_STATUSES,
  PROMOTION_TARGETS,
} from "../../../modules/vendor/domain/shop-promotion"

export const VendorGetPromotionsParams = z.strictObject({
  q: searchText.optional(),
  phase: oneOrMany(z.enum(["draft", "scheduled", "running", "ended", "stopped"])).optional(),
  ...pageOf(["code", "created_at"], "-created_at"),
})

export type VendorGetPromotionsParamsType = z.infer<typeof VendorGetPromotionsParams>

/** A decimal as prices are sent: 500, or "12.50". */
const decimal = z.union([z.number(), z.string().max(20)]).transform(String)

const instant = moment.transform((text) => new Date(text).toISOString())

const changeable = {
  name: line(120).optional(),
  value: decimal.optional(),
  product_ids: z
    .array(recordId)
    .max(200)
    .transform((ids) => [...new Set(ids)])
    .optional(),
  minimum_subtotal: decimal.nullish(),
  usage_limit: z.number().int().min(1).max(1_000_000_000).nullish(),
  budget: decimal.nullish(),
  starts_at: instant.nullish(),
  ends_at: instant.nullish(),
  status: z.enum(PROMOTION_STATUSES).optional(),
}

export const VendorCreatePromotion = z
  .strictObject({
    ...changeable,
    name: line(120),
    value: decimal,
    code: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{2,39}$/, "must be 3 to 40 letters, digits, hyphens or underscores")
      .transform((code) => code.toUpperCase())
      .optional(),
    is_automatic: z.boolean().optional(),
    is_tax_inclusive: z.boolean().optional(),
    target: z.enum(PROMOTION_TARGETS),
    kind: z.enum(PROMOTION_KINDS),
    currency_code: z
      .string()
      .regex(/^[a-zA-Z]{3}$/, "must be three letters")
      .transform((code) => code.toLowerCase())
      .optional(),
  })
  .refine((body) => body.is_automatic || body.code, {
    path: ["code"],
    message: "is what buyers type in; only an automatic promotion has none",
  })

export type VendorCreatePromotionType = z.infer<typeof VendorCreatePromotion>

export const VendorUpdatePromotion = z.strictObject(changeable)

export type VendorUpdatePromotionType = z.infer<typeof VendorUpdatePromotion>
