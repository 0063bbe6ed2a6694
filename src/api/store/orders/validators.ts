import { z } from "@medusajs/framework/zod"
import { paragraph } from "../../../lib/shop-profile"

export const StoreCancelVendorOrder = z.strictObject({ reason: paragraph(500) })

export const StoreConfirmDelivery = z.strictObject({}).default({})

export type StoreCancelVendorOrderType = z.infer<typeof StoreCancelVendorOrder>
