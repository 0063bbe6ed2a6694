import { model } from "@medusajs/framework/utils"
import { APPLIES_TO, COUNTED_BY } from "../domain/rule"

/** One version of a rule. Nothing of it ever changes but `ended_at`; a change is a further version of the same series. */
export const CommissionRule = model
  .define("commission_rule", {
    id: model.id({ prefix: "crul" }).primaryKey(),
    /** The id of the first version. */
    series_id: model.text(),
    version: model.number(),
    name: model.text(),
    priority: model.number(),
    conditions: model.json(),
    applies_to: model.enum([...APPLIES_TO]),
    rate_bps: model.number(),
    counted_by: model.enum([...COUNTED_BY]),
    amounts: model.json(),
    starts_at: model.dateTime().nullable(),
    ends_at: model.dateTime().nullable(),
    /** When it was in force, half open: sales of that time were under it. */
    valid_from: model.dateTime(),
    ended_at: model.dateTime().nullable(),
  })
  .indexes([{ on: ["series_id", "version"], unique: true }])
