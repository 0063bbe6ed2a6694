import { z } from "@medusajs/framework/zod"
import { bankAccountFields } from "../../../lib/bank-account-fields"
import { recordId } from "../../../lib/list-params"
import { paragraph } from "../../../lib/shop-profile"

export const StoreCancelVendorOrder = z.strictObject({ reason: paragraph(500) })

export const StoreConfirmDelivery = z.strictObject({}).default({})

export type StoreCancelVendorOrderType = z.infer<typeof StoreCancelVendorOrder>

export const StorePrepayVendorOrder = z.strictObject({
  /** One of the region's payment providers that has a page of its own, such as `pp_paystack_paystack`. */
  provider_id: recordId,
})

export type StorePrepayVendorOrderType = z.infer<typeof StorePrepayVendorOrder>

/** In the currency of the refund. */
export const StoreEnterRefundAccount = z.strictObject(bankAccountFields)

export type StoreEnterRefundAccountType = z.infer<typeof StoreEnterRefundAccount>
