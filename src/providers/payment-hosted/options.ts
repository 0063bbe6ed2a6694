import { z } from "@medusajs/framework/zod"

export const HostedPaymentOptions = z.object({
  /** Name under which the gateway is configured in the gateway module. */
  gateway: z.string(),
  /** Where the gateway sends the buyer after paying, unless the storefront asks for another allowed address. */
  callback_url: z.url().optional(),
  /** Origins that a storefront may name in `callback_url`; without them it may name none. */
  allowed_origins: z.array(z.url()).default([]),
})

export type HostedPaymentOptions = z.infer<typeof HostedPaymentOptions>
