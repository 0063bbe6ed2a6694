import { z } from "@medusajs/framework/zod"
import { plainText } from "../../../lib/clean-text"

export const AdminApproveProduct = z.strictObject({})

export const AdminRejectProduct = z.strictObject({
  reason: z.string().max(1000).transform(plainText).pipe(z.string().min(3).max(1000)),
})

export type AdminRejectProductType = z.infer<typeof AdminRejectProduct>
