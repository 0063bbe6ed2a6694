import { model } from "@medusajs/framework/utils"

/** Something that others are told of, written by the database with the change itself (`src/lib/outgoing-events.ts`). */
export const OutgoingEvent = model.define("outgoing_event", {
  /** Rises with time, and goes out as `event_id`. */
  id: model.id({ prefix: "evt" }).primaryKey(),
  name: model.text(),
  data: model.json(),
  sent_at: model.dateTime().nullable(),
})
