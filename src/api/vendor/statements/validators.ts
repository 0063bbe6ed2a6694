import { z } from "@medusajs/framework/zod"

/** A month, in UTC. */
export const StatementPeriod = z
  .string()
  .regex(/^20\d{2}-(0[1-9]|1[0-2])$/, "must be a month such as 2026-11")
