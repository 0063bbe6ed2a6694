import { z } from "zod"

const text = z.string().trim()

export const ProfileValues = z.object({
  name: text.min(1),
  handle: text,
  description: text,
  logo_url: text,
  banner_url: text,
  contact_email: text.min(1),
  contact_phone: text,
  address_1: text,
  address_2: text,
  city: text,
  province: text,
  postal_code: text,
  country_code: text,
})

export type ProfileValues = z.infer<typeof ProfileValues>
