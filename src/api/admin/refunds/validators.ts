import { z } from "@medusajs/framework/zod"
import { bankAccountFields } from "../../../lib/bank-account-fields"
import { wholeNumber } from "../../../lib/list-params"

export const AdminGetRefundsParams = z.strictObject({
  /** `failed`: they wait for a person. `needs_attention`: for an account of the buyer's, or for the people who make them. */
  state: z.enum(["failed", "needs_attention"]).optional(),
  limit: wholeNumber(1, 100).default(20),
  offset: wholeNumber(0, 10_000).default(0),
})

export type AdminGetRefundsParamsType = z.infer<typeof AdminGetRefundsParams>

/** Says nothing but that it is wanted. */
export const AdminActOnRefund = z.strictObject({})

/** In the currency of the refund. */
export const AdminEnterRefundAccount = z.strictObject(bankAccountFields)

export type AdminEnterRefundAccountType = z.infer<typeof AdminEnterRefundAccount>
