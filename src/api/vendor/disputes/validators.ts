import { z } from "@medusajs/framework/zod"
import { recordId } from "../../../lib/list-params"
import { disputeFilters } from "../../store/disputes/validators"

export const VendorGetDisputesParams = z.strictObject({
  ...disputeFilters,
  /** One order of the shop's. */
  order_id: recordId.optional(),
})

export type VendorGetDisputesParamsType = z.infer<typeof VendorGetDisputesParams>

export const VendorAcceptDispute = z.strictObject({}).default({})
