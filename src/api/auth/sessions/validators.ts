import { z } from "@medusajs/framework/zod"
import { wholeNumber } from "../../../lib/list-params"

export const AuthGetSessionsParams = z.strictObject({
  limit: wholeNumber(1, 100).default(20),
  offset: wholeNumber(0, 1_000_000).default(0),
  order: z.enum(["started_at", "-started_at", "last_seen_at", "-last_seen_at"]).default("-last_seen_at"),
})
