import { z } from "@medusajs/framework/zod"
import { recordId, searchText, wholeNumber } from "../../../lib/list-params"

export const AdminGetProductApprovalsParams = z.strictObject({
  vendor_id: recordId.optional(),
  q: searchText.optional(),
  limit: wholeNumber(1, 100).default(20),
  offset: wholeNumber(0, 1_000_000).default(0),
})

export type AdminGetProductApprovalsParamsType = z.infer<typeof AdminGetProductApprovalsParams>
