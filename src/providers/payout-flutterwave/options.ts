import { z } from "@medusajs/framework/zod"
import { FlutterwaveOptions } from "../gateway-flutterwave/options"

export const FlutterwavePayoutOptions = FlutterwaveOptions.extend({
  /** Whom Kenyan wallets are told to have the money from; without it none of them is paid. */
  sender: z
    .object({
      name: z.string().min(2).max(80),
      country_code: z.string().length(2),
      mobile_number: z.string().regex(/^\d{7,15}$/),
    })
    .optional(),
})

export type FlutterwavePayoutOptions = z.infer<typeof FlutterwavePayoutOptions>
