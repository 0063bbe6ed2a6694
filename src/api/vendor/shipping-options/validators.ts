import { z } from "@medusajs/framework/zod"
import { pageOf, searchText } from "../../../lib/list-params"
import { line, shopProfile } from "../../../lib/shop-profile"
import { price } from "../products/validators"

export const VendorGetShippingOptionsParams = z.strictObject({
  q: searchText.optional(),
  ...pageOf(["name", "created_at"], "created_at"),
})

export type VendorGetShippingOptionsParamsType = z.infer<typeof VendorGetShippingOptionsParams>

export const VendorCreateShippingOption = z.strictObject({
  name: line(120),
  description: line(300).nullish(),
  /** A word that storefronts may tell ways of delivery by. */
  type: z
    .string()
    .max(40)
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "must have lower-case letters, digits and single hyphens")
    .optional(),
  prices: z.array(price).min(1).max(50),
  country_codes: z
    .array(shopProfile.country_code.unwrap())
    .min(1)
    .max(60)
    .transform((codes) => [...new Set(codes)])
    .optional(),
})

export type VendorCreateShippingOptionType = z.infer<typeof VendorCreateShippingOption>

export const VendorUpdateShippingOption = VendorCreateShippingOption.partial()

export type VendorUpdateShippingOptionType = z.infer<typeof VendorUpdateShippingOption>
