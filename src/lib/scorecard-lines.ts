import { z } from "@medusajs/framework/zod"

const basisPoints = z.number().int().min(0).max(10_000)

const lines = z.strictObject({
  /** Orders that were placed so many days ago at most. */
  window_days: z.number().int().min(1).max(365),
  /** With fewer nothing is said of a shop. */
  minimum: z.number().int().min(1).max(1_000_000),
  warn_bps: basisPoints,
  limit_bps: basisPoints,
})

const WARN_FIRST = { message: "must warn before the limit is reached" }

/** Lines of what a shop should have little of: it is at one as soon as it reaches it. */
export const linesAbove = lines.refine(({ warn_bps, limit_bps }) => warn_bps <= limit_bps, WARN_FIRST)

/** Lines of what it should have much of: it is over one as soon as it is below. */
export const linesBelow = lines.refine(({ warn_bps, limit_bps }) => warn_bps >= limit_bps, WARN_FIRST)
