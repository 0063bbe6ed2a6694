import { model } from "@medusajs/framework/utils"

/** One counter in one window. Written by rate-limiter-flexible alone, whose columns these are; the key is a hash. */
export const ThrottleCounter = model.define("throttle_counter", {
  key: model.text().primaryKey(),
  points: model.number().default(0),
  /** Milliseconds since 1970. */
  expire: model.number().nullable(),
})
