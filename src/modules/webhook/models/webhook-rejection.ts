import { model } from "@medusajs/framework/utils"

/** How many deliveries with a bad signature came on a day (UTC): all that is kept of them. */
export const WebhookRejection = model
  .define("webhook_rejection", {
    id: model.id({ prefix: "whr" }).primaryKey(),
    gateway: model.text(),
    day: model.text(),
    count: model.number().default(0),
  })
  .indexes([{ on: ["gateway", "day"], unique: true }])
