import { z } from "@medusajs/framework/zod"
import { parseGatewayOptions } from "../../lib/gateway-options"
import { PayTo } from "../payment-hosted/session-data"

export const BankOptions = z.object({
  /** The platform's account for each currency that buyers may send. */
  accounts: z
    .record(z.string().regex(/^[a-z]{3}$/, "must be a currency's code, such as ngn"), PayTo)
    .refine((accounts) => Object.keys(accounts).length > 0, "needs an account of at least one currency"),
  /** Where the buyer goes on, who needs no page to pay on. */
  page_url: z.url(),
})

export type BankOptions = z.infer<typeof BankOptions>

/** @throws with the name of each option that is missing or wrong */
export const parseOptions = (options: unknown): BankOptions =>
  parseGatewayOptions("bank transfer", BankOptions, options)
