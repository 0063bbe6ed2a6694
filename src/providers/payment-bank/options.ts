import { z } from "@medusajs/framework/zod"
import { BANK_GATEWAY } from "../../lib/gateway"
import { parseGatewayOptions } from "../../lib/gateway-options"
import { BankOptions } from "../gateway-bank/options"
import { HostedPaymentOptions } from "../payment-hosted/options"

const BankPaymentOptions = BankOptions.extend({
  ...HostedPaymentOptions.shape,
  gateway: z.string().default(BANK_GATEWAY),
})

/** @throws with the name of each option that is missing or wrong */
export const parseOptions = (options: unknown) =>
  parseGatewayOptions("bank transfer", BankPaymentOptions, options)
