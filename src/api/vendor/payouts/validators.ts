import { z } from "@medusajs/framework/zod"
import { moment, oneOrMany, wholeNumber } from "../../../lib/list-params"
import { PAYOUT_STATES } from "../../../modules/payout/domain/state"

const currencyCode = z
  .string()
  .regex(/^[a-z]{3}$/i)
  .transform((code) => code.toLowerCase())

const date = moment.transform((value) => new Date(value))

/** What a list of payouts can be narrowed by, on both surfaces. */
export const payoutFilters = {
  state: oneOrMany(z.enum(PAYOUT_STATES)).optional(),
  currency_code: currencyCode.optional(),
  /** Half open, as all periods are: from `$gte`, before `$lt`. */
  created_at: z.strictObject({ $gte: date.optional(), $lt: date.optional() }).optional(),
  limit: wholeNumber(1, 100).default(20),
  offset: wholeNumber(0, 10_000).default(0),
  order: z.enum(["created_at", "-created_at"]).default("-created_at"),
}

export const VendorGetPayoutsParams = z.strictObject(payoutFilters)

export type VendorGetPayoutsParamsType = z.infer<typeof VendorGetPayoutsParams>

export const VendorRequestPayout = z.strictObject({
  currency_code: currencyCode,
  /** In major units; as text, because a number in JSON is not exact. All that is available unless it is said. */
  amount: z
    .string()
    .regex(/^\d{1,15}(\.\d{1,4})?$/, "must be an amount in digits, such as 1500.50")
    .optional(),
})

export type VendorRequestPayoutType = z.infer<typeof VendorRequestPayout>
