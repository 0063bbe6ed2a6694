import { z } from "@medusajs/framework/zod"
import { phoneNumber } from "../../../phone-number"

export const AuthSendPhoneCode = z.strictObject({ phone: phoneNumber })

export type AuthSendPhoneCodeType = z.infer<typeof AuthSendPhoneCode>
