import { model } from "@medusajs/framework/utils"

/** The one living code for a purpose, a subject and a destination; a newer one takes its place. */
export const OneTimeCode = model
  .define("one_time_code", {
    id: model.id({ prefix: "otc" }).primaryKey(),
    purpose: model.text(),
    /** Whom it serves: the id of a login or of a factor; empty for a sign-in, which is for whoever has the phone. */
    subject: model.text(),
    destination: model.text(),
    code_hash: model.text(),
    expires_at: model.dateTime(),
    attempts: model.number().default(0),
    consumed_at: model.dateTime().nullable(),
  })
  .indexes([{ on: ["purpose", "subject", "destination"], unique: true }])
