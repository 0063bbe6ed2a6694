import { z } from "@medusajs/framework/zod"
import { bankAccountFields } from "../../../lib/bank-account-fields"
import { paragraph } from "../../../lib/shop-profile"

export const StoreCancelVendorOrder = z.strictObject({ reason: paragraph(500) })

export const StoreConfirmDelivery = z.strictObject({}).default({})

export type StoreCancelVendorOrderType = z.infer<typeof StoreCancelVendorOrder>

/** In the currency of the refund. */
export const StoreEnterRefundAccount = z.strictObject(bankAccountFields)

export type StoreEnterRefundAccountType = z.infer<typeof StoreEnterRefundAccount>
