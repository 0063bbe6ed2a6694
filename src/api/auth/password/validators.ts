import { z } from "@medusajs/framework/zod"

/** How good the new password is has been looked at before, in `src/api/auth/password-check.ts`. */
export const AuthChangePassword = z.strictObject({
  current_password: z.string().min(1),
  new_password: z.string().min(1),
})

export type AuthChangePasswordType = z.infer<typeof AuthChangePassword>
