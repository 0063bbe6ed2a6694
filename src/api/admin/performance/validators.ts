import { z } from "@medusajs/framework/zod"
import { oneOrMany, wholeNumber } from "../../../lib/list-params"

export const AdminGetPerformanceParams = z.strictObject({
  state: oneOrMany(z.enum(["warn", "limit"])).default(["warn", "limit"]),
  limit: wholeNumber(1, 100).default(20),
  offset: wholeNumber(0, 1_000_000).default(0),
})

export type AdminGetPerformanceParamsType = z.infer<typeof AdminGetPerformanceParams>
