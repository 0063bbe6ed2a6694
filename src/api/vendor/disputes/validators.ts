import { z } from "@medusajs/framework/zod"
import { disputeFilters } from "../../store/disputes/validators"

export const VendorGetDisputesParams = z.strictObject(disputeFilters)

export const VendorAcceptDispute = z.strictObject({}).default({})
