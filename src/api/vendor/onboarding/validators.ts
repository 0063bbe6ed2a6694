import { z } from "@medusajs/framework/zod"

export const VendorAcceptAgreement = z.strictObject({ version: z.string().trim().min(1).max(50) })
export type VendorAcceptAgreementType = z.infer<typeof VendorAcceptAgreement>
