import { z } from "@medusajs/framework/zod"
import { recordId, wholeNumber } from "../../../lib/list-params"
import { paragraph } from "../../../lib/shop-profile"
import { PAYOUT_SCHEDULES, RISK_LEVELS } from "../../../modules/payout/domain/terms"
import { payoutFilters } from "../../vendor/payouts/validators"

export const AdminGetPayoutsParams = z.strictObject({
  ...payoutFilters,
  vendor_id: recordId.optional(),
  rail: recordId.optional(),
})

export type AdminGetPayoutsParamsType = z.infer<typeof AdminGetPayoutsParams>

export const AdminEmptyBody = z.strictObject({}).default({})

/** The vendor reads why. */
export const AdminRejectPayout = z.strictObject({ reason: paragraph(500) })

export type AdminRejectPayoutType = z.infer<typeof AdminRejectPayout>

/** How a payout ended that staff carry out by hand. */
export const AdminMarkPayout = z.strictObject({
  outcome: z.enum(["paid", "failed", "returned"]),
  reason: paragraph(500).nullable().default(null),
})

export type AdminMarkPayoutType = z.infer<typeof AdminMarkPayout>

export const AdminTakeBankFile = z.strictObject({
  currency_code: z
    .string()
    .regex(/^[a-z]{3}$/i)
    .transform((code) => code.toLowerCase()),
  /** A file that was taken before. */
  batch: recordId.optional(),
})

export type AdminTakeBankFileType = z.infer<typeof AdminTakeBankFile>

export const AdminSetPayoutTerms = z
  .strictObject({
    risk_level: z.enum(RISK_LEVELS),
    /** Null for the platform's own. */
    schedule: z.enum(PAYOUT_SCHEDULES).nullable(),
    /** Stops payouts; null lets them go on. */
    stopped_reason: paragraph(500).nullable(),
  })
  .partial()

export type AdminSetPayoutTermsType = z.infer<typeof AdminSetPayoutTerms>

export const AdminGetWriteOffsParams = z.strictObject({
  limit: wholeNumber(1, 100).default(20),
  offset: wholeNumber(0, 10_000).default(0),
})

export type AdminGetWriteOffsParamsType = z.infer<typeof AdminGetWriteOffsParams>

/** All that the shop owes in the currency. */
export const AdminRequestWriteOff = z.strictObject({
  vendor_id: recordId,
  currency_code: z
    .string()
    .regex(/^[a-z]{3}$/i)
    .transform((code) => code.toLowerCase()),
  reason: paragraph(500),
})

export type AdminRequestWriteOffType = z.infer<typeof AdminRequestWriteOff>
