import { z } from "@medusajs/framework/zod"
import { PaystackOptions } from "../gateway-paystack/options"
import { HostedPaymentOptions } from "../payment-hosted/options"

/** The options of the npm package medusa-payment-paystack, and what that package lacks. */
export const PaystackPaymentOptions = PaystackOptions.extend({
  ...HostedPaymentOptions.shape,
  gateway: z.string().default("paystack"),
})
