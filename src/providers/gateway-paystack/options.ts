import { z } from "@medusajs/framework/zod"
import { GatewayHttpOptions, parseGatewayOptions } from "../../lib/gateway-options"

/**
 * Options of everything that talks to Paystack. `secret_key`, `disable_retries` and `debug` are named as in the
 * npm package medusa-payment-paystack, so that a configuration made for it fits.
 */
export const PaystackOptions = GatewayHttpOptions.extend({
  secret_key: z.string().startsWith("sk_", "must be a Paystack secret key (sk_test_... or sk_live_...)"),
  base_url: z.url().default("https://api.paystack.co"),
})

export type PaystackOptions = z.infer<typeof PaystackOptions>

/** @throws with the name of each option that is missing or wrong */
export function parseOptions<Schema extends z.ZodType>(schema: Schema, options: unknown): z.infer<Schema> {
  return parseGatewayOptions("Paystack", schema, options)
}
