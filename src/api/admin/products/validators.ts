import { z } from "@medusajs/framework/zod"
import { plainText } from "../../../lib/clean-text"
import { seenVersion } from "../../../lib/seen-version"

export const AdminApproveProduct = z.strictObject({ version: seenVersion })

export type AdminApproveProductType = z.infer<typeof AdminApproveProduct>

export const AdminRejectProduct = z.strictObject({
  version: seenVersion,
  reason: z.string().max(1000).transform(plainText).pipe(z.string().min(3).max(1000)),
})

export type AdminRejectProductType = z.infer<typeof AdminRejectProduct>
