import { z } from "@medusajs/framework/zod"
import { PaystackOptions } from "../gateway-paystack/options"

/** The options of the npm package medusa-payment-paystack, and what that package lacks. */
export const PaystackPaymentOptions = PaystackOptions.extend({
  /** Name under which Paystack is configured in the gateway module. */
  gateway: z.string().default("paystack"),
  /** Where Paystack sends the buyer after paying, unless the storefront asks for another allowed address. */
  callback_url: z.url().optional(),
  /** Origins that a storefront may name in `callback_url`; without them it may name none. */
  allowed_origins: z.array(z.url()).default([]),
})

export type PaystackPaymentOptions = z.infer<typeof PaystackPaymentOptions>
