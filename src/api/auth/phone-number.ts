import { z } from "@medusajs/framework/zod"
import { loadEnv } from "../../lib/env"
import { parsePhone } from "../../lib/phone"

/** The number of a mobile phone, however it is written, as E.164. */
export const phoneNumber = z
  .string()
  .max(32)
  .transform((text, context) => {
    const phone = parsePhone(text, loadEnv().PHONE_COUNTRY)
    if (!phone) {
      context.addIssue({ code: "custom", message: "must be the number of a mobile phone" })
      return z.NEVER
    }

    return phone.number
  })

export const sixDigits = z.string().regex(/^\d{6}$/, "must be six digits")
