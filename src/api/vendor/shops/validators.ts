import { z } from "@medusajs/framework/zod"
import { createSelectParams } from "@medusajs/medusa/api/utils/validators"
import { shopProfile } from "../../../lib/shop-profile"

export const VendorGetShopParams = createSelectParams()

/** The address of a shop can be chosen again until it is approved. */
export const VendorUpdateShop = z
  .strictObject({ ...shopProfile, handle: z.string().trim().toLowerCase().max(60) })
  .partial()
export type VendorUpdateShopType = z.infer<typeof VendorUpdateShop>

export const VendorResubmitShop = z.strictObject({})
