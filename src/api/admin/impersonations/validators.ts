import { z } from "@medusajs/framework/zod"

export const AdminStartImpersonation = z.strictObject({
  actor_type: z.enum(["customer", "user"]),
  actor_id: z.string().min(1).max(200),
  reason: z.string().trim().min(10).max(1000),
  minutes: z.number().int().min(1).max(60).default(30),
})
export type AdminStartImpersonationType = z.infer<typeof AdminStartImpersonation>
