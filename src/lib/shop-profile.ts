import { defaultCountries } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { isValidPhoneNumber } from "libphonenumber-js"
import { plainText, richText } from "./clean-text"
import { imageUrl } from "./image-url"
import { areaCode } from "./pay-on-delivery"

const COUNTRIES = new Set(defaultCountries.map(({ alpha2 }) => alpha2.toLowerCase()))

/** One line of plain text, of at most so many characters once it is clean. */
export const line = (most: number) =>
  z
    .string()
    .max(most * 4)
    .transform((text) => plainText(text).replace(/\s+/g, " "))
    .pipe(z.string().min(1, "must not be empty").max(most))

/** Plain text with its line breaks. */
export const paragraph = (most: number) =>
  z
    .string()
    .max(most * 4)
    .transform(plainText)
    .pipe(z.string().min(1, "must not be empty").max(most))

/** The name goes into mail to people who have not asked for it, so it must lead nowhere. */
export const shopName = line(120).refine(
  (name) => !/:\/\/|[\p{L}\p{N}_]\.[\p{L}\p{N}_-]+(:\d+)?\//u.test(name),
  "must not hold a web address"
)

const email = z.string().trim().toLowerCase().pipe(z.email().max(254))
const phone = z
  .string()
  .trim()
  .max(32)
  .refine(
    (text) => text.startsWith("+") && isValidPhoneNumber(text),
    "must be a phone number like +2348030000000"
  )
const country = z
  .string()
  .trim()
  .toLowerCase()
  .refine((code) => COUNTRIES.has(code), "must be the code of a country, like ng")
const image = imageUrl.max(2000)

const minute = z.number().int().min(0).max(1440)

/** When the shop is open: what its clocks count, for orders that wait for it. */
const openingHours = z.strictObject({
  utc_offset_minutes: z.number().int().min(-720).max(840),
  week: z
    .array(
      z
        .tuple([minute, minute])
        .refine(([open, close]) => open < close, "must open before it closes")
        .nullable()
    )
    .length(7),
  holidays: z.array(z.iso.date()).max(100).default([]),
})

/** What a shop may say of itself; also what staff may say for it. */
export const shopProfile = {
  name: shopName,
  description: z
    .string()
    .max(20_000)
    .transform(richText)
    .pipe(z.string().max(5000))
    .transform((text) => text || null)
    .nullable(),
  logo_url: image.nullable(),
  banner_url: image.nullable(),
  contact_email: email,
  contact_phone: phone.nullable(),
  address_1: line(200).nullable(),
  address_2: line(200).nullable(),
  city: line(120).nullable(),
  province: line(120).nullable(),
  postal_code: line(20).nullable(),
  country_code: country.nullable(),
  settings: z
    .strictObject({
      handling_days: z.number().int().min(0).max(60).nullable(),
      return_policy: paragraph(5000).nullable(),
      opening_hours: openingHours.nullable(),
      pay_on_delivery: z
        .strictObject({ is_offered: z.boolean(), areas: z.array(areaCode).max(200).default([]) })
        .nullable(),
    })
    .partial(),
}
