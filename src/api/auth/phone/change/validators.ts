import { z } from "@medusajs/framework/zod"
import { phoneNumber, sixDigits } from "../../phone-number"

export const AuthSendPhoneChangeCode = z.strictObject({ phone: phoneNumber })

export type AuthSendPhoneChangeCodeType = z.infer<typeof AuthSendPhoneChangeCode>

export const AuthChangePhone = z.strictObject({
  phone: phoneNumber,
  code: sixDigits,
  /** Of a login that has one and no second factor. */
  password: z.string().max(1000).optional(),
})

export type AuthChangePhoneType = z.infer<typeof AuthChangePhone>
