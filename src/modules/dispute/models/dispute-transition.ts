import { model } from "@medusajs/framework/utils"
import { DISPUTE_STATES } from "../../../lib/dispute-states"

/** The history of a case: who moved it, when and why. */
export const DisputeTransition = model.define("dispute_transition", {
  id: model.id({ prefix: "dtrn" }).primaryKey(),
  dispute_id: model.text(),
  from_state: model.enum([...DISPUTE_STATES]).nullable(),
  to_state: model.enum([...DISPUTE_STATES]),
  actor: model.text(),
  reason: model.text().nullable(),
})
