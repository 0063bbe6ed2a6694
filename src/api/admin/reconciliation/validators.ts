import { z } from "@medusajs/framework/zod"
import { recordId, wholeNumber } from "../../../lib/list-params"
import { paragraph } from "../../../lib/shop-profile"
import { AREAS, CAUSE_CODES } from "../../../modules/reconciliation/domain/causes"

const page = {
  limit: wholeNumber(1, 100).default(20),
  offset: wholeNumber(0, 10_000).default(0),
  order: z.enum(["created_at", "-created_at"]).default("-created_at"),
}

export const AdminGetReconciliationParams = z.strictObject(page)

export type AdminGetReconciliationParamsType = z.infer<typeof AdminGetReconciliationParams>

export const AdminGetReconciliationLinesParams = z.strictObject({
  ...page,
  state: z.enum(["open", "repaired", "done"]).optional(),
  area: z.enum(AREAS).optional(),
  cause: z.enum(CAUSE_CODES).optional(),
  gateway: recordId.optional(),
  /** What the last run to find them was. */
  run_id: recordId.optional(),
})

export type AdminGetReconciliationLinesParamsType = z.infer<typeof AdminGetReconciliationLinesParams>

export const AdminRunReconciliation = z.strictObject({ days: z.number().int().min(1).max(45).default(3) })

export type AdminRunReconciliationType = z.infer<typeof AdminRunReconciliation>

/** What was done about it. */
export const AdminFinishReconciliationLine = z.strictObject({ note: paragraph(1000) })

export type AdminFinishReconciliationLineType = z.infer<typeof AdminFinishReconciliationLine>
