import { z } from "@medusajs/framework/zod"
import { isValidPhoneNumber } from "libphonenumber-js/max"
import { plainText } from "../../../lib/clean-text"
import { normaliseEmail } from "../../../lib/email"
import { shopName } from "../../../lib/shop-profile"

const words = (most: number) =>
  z
    .string()
    .max(4 * most)
    .transform(plainText)
    .pipe(z.string().min(1).max(most))

const Phone = z
  .string()
  .regex(/^\+[1-9]\d{6,14}$/, "must be a phone number with its country, like +2348031234567")
  .refine((number) => isValidPhoneNumber(number), "must be a phone number that exists")

/** Everything else of a shop (status, commission, house, owner) is not the registrant's to say. */
export const VendorRegisterShop = z.strictObject({
  name: shopName,
  handle: z.string().min(1).max(60).optional(),
  description: words(5000).optional(),
  contact_email: z.string().max(254).transform(normaliseEmail).pipe(z.email()).optional(),
  contact_phone: Phone.optional(),
  address_1: words(200).optional(),
  address_2: words(200).optional(),
  city: words(120).optional(),
  province: words(120).optional(),
  postal_code: words(20).optional(),
  country_code: z
    .string()
    .toLowerCase()
    .regex(/^[a-z]{2}$/, "must be a country's code of two letters"),
  /** The version of the terms that is accepted with this; it can be accepted later, too. */
  agreement_version: z.string().trim().min(1).max(50).optional(),
})
export type VendorRegisterShopType = z.infer<typeof VendorRegisterShop>
