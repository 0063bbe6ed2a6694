import { z } from "@medusajs/framework/zod"
import { isValidPhoneNumber } from "libphonenumber-js/max"
import { plainText } from "../../../lib/clean-text"

const name = z.string().max(400).transform(plainText).pipe(z.string().min(1).max(100)).nullable()

export const VendorUpdateMe = z.strictObject({
  first_name: name.optional(),
  last_name: name.optional(),
  /** For the operator and the team to call; the number of a login is changed under /auth. */
  contact_phone: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/, "must be a phone number with its country, like +2348031234567")
    .refine((number) => isValidPhoneNumber(number), "must be a phone number that exists")
    .nullable()
    .optional(),
})
export type VendorUpdateMeType = z.infer<typeof VendorUpdateMe>

export const VendorChooseShop = z.strictObject({ vendor_id: z.string().min(1).max(100).nullable() })
export type VendorChooseShopType = z.infer<typeof VendorChooseShop>
