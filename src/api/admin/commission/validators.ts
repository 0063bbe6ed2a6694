import { z } from "@medusajs/framework/zod"
import { recordId, wholeNumber } from "../../../lib/list-params"
import { AdminCreateCommissionRule, AdminUpdateCommissionRule } from "../commission-rules/validators"

const page = { limit: wholeNumber(1, 100).default(20), offset: wholeNumber(0, 1_000_000).default(0) }

/** One change: a rule that is added, one that is changed, or one that ends. */
export const AdminPreviewCommission = z.union([
  z.strictObject({ create: AdminCreateCommissionRule, ...page }),
  z.strictObject({ id: recordId, update: AdminUpdateCommissionRule, ...page }),
  z.strictObject({ id: recordId, end: z.literal(true), ...page }),
])

export type AdminPreviewCommissionType = z.infer<typeof AdminPreviewCommission>
