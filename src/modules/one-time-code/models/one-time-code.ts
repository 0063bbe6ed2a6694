import { model } from "@medusajs/framework/utils"

/** What was sent for a purpose, a subject and a destination; the code itself is made from the seed and the key. */
export const OneTimeCode = model
  .define("one_time_code", {
    id: model.id({ prefix: "otc" }).primaryKey(),
    purpose: model.text(),
    /** Whom it serves: the id of a login or of a factor; empty for a sign-in, which is for whoever has the phone. */
    subject: model.text(),
    destination: model.text(),
    seed: model.text(),
    seeded_at: model.dateTime(),
    expires_at: model.dateTime(),
    /** Of a code for a sign-in that was sent shortly before this one, and still holds. */
    previous_seed: model.text().nullable(),
    previous_expires_at: model.dateTime().nullable(),
    consumed_at: model.dateTime().nullable(),
  })
  .indexes([{ on: ["purpose", "subject", "destination"], unique: true }])
