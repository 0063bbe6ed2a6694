import { z } from "@medusajs/framework/zod"

export const AuthSendFactorCode = z.strictObject({ method: z.enum(["sms", "email"]) })

export type AuthSendFactorCodeType = z.infer<typeof AuthSendFactorCode>

export const AuthStartFactorChallenge = z.strictObject({})
