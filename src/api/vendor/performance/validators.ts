import { z } from "@medusajs/framework/zod"
import { oneOrMany, wholeNumber } from "../../../lib/list-params"
import { CAUSES } from "../../../modules/scorecard/domain/metric"

/** The newest first: what a metric looks at is a window of the last days. */
export const GetOrdersBehindParams = z.strictObject({
  cause: oneOrMany(z.enum(CAUSES)).optional(),
  limit: wholeNumber(1, 100).default(20),
  offset: wholeNumber(0, 1_000_000).default(0),
})

export type GetOrdersBehindParamsType = z.infer<typeof GetOrdersBehindParams>
