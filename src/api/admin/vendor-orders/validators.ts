import { z } from "@medusajs/framework/zod"
import { moment, oneOrMany, recordId, wholeNumber } from "../../../lib/list-params"
import { VENDOR_ORDER_STATUSES } from "../../../modules/vendor-order/domain/status"

const instant = moment.transform((text) => new Date(text)).optional()

export const AdminGetVendorOrdersParams = z.strictObject({
  order_id: recordId.optional(),
  vendor_id: recordId.optional(),
  status: oneOrMany(z.enum(VENDOR_ORDER_STATUSES)).optional(),
  /** Half open, as all periods are: from `$gte`, before `$lt`. */
  created_at: z.strictObject({ $gte: instant, $lt: instant }).optional(),
  limit: wholeNumber(1, 100).default(20),
  offset: wholeNumber(0, 10_000).default(0),
})

export type AdminGetVendorOrdersParamsType = z.infer<typeof AdminGetVendorOrdersParams>
