import type { RuleChange } from "../../../../workflows/commission/preview-commission"
import type { AdminPreviewCommissionType } from "../validators"

type Asked<Body> = Body extends unknown ? Omit<Body, "limit" | "offset"> : never

export function changeOf(asked: Asked<AdminPreviewCommissionType>): RuleChange {
  if ("create" in asked) {
    return { terms: asked.create }
  }

  return "update" in asked ? { terms: asked.update, replaced_id: asked.id } : { ended_id: asked.id }
}
