import { z } from "@medusajs/framework/zod"
import { createFindParams, createOperatorMap } from "@medusajs/medusa/api/utils/validators"
import { oneOrMany, recordId, wholeNumber } from "../../../lib/list-params"

const text = z.string().max(300)

export const AdminGetAuditParams = createFindParams().extend({
  action: text.optional(),
  actor_id: text.optional(),
  impersonator_user_id: text.optional(),
  record_type: oneOrMany(text).optional(),
  record_id: text.optional(),
  vendor_id: text.optional(),
  request_id: text.optional(),
  created_at: createOperatorMap().optional(),
  limit: wholeNumber(1, 100).default(50),
  offset: wholeNumber(0, 1_000_000).default(0),
  order: z.enum(["created_at", "-created_at"]).default("-created_at"),
})

export const AdminGetAuditPeopleParams = z.strictObject({ id: oneOrMany(recordId) })

export type AdminGetAuditPeopleParamsType = z.infer<typeof AdminGetAuditPeopleParams>
