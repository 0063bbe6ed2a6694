import { z } from "@medusajs/framework/zod"
import { parseGatewayOptions } from "../../lib/gateway-options"
import { HostedPaymentOptions } from "../payment-hosted/options"

const FlutterwavePaymentOptions = HostedPaymentOptions.extend({
  gateway: z.string().default("flutterwave"),
})

/** @throws with the name of each option that is missing or wrong */
export const parseOptions = (options: unknown) =>
  parseGatewayOptions("Flutterwave", FlutterwavePaymentOptions, options)
