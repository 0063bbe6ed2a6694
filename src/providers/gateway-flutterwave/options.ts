import { z } from "@medusajs/framework/zod"
import { GatewayHttpOptions } from "../../lib/gateway-options"

/** Options of what talks to Flutterwave's API, version 3. */
export const FlutterwaveOptions = GatewayHttpOptions.extend({
  secret_key: z
    .string()
    .startsWith("FLWSECK", "must be a Flutterwave secret key (FLWSECK_TEST-... or FLWSECK-...)"),
  base_url: z.url().default("https://api.flutterwave.com/v3"),
  /** The "secret hash" of the dashboard, which comes with every event. */
  webhook_hash: z.string().min(16, "must have at least 16 characters"),
  /** Where the buyer is sent after paying, unless the payment names another address; Flutterwave demands one. */
  redirect_url: z.url(),
  /** How long a payment page can be used; a day is the most that Flutterwave allows. */
  link_minutes: z.number().int().min(1).max(1440).default(1440),
})

export type FlutterwaveOptions = z.infer<typeof FlutterwaveOptions>
