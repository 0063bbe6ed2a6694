import type { z } from "@medusajs/framework/zod"
import { loadEnv } from "../../lib/env"
import { BankOptions } from "../../providers/gateway-bank/options"
import type { PayTo } from "../../providers/payment-hosted/session-data"

export type BankAccount = z.infer<typeof PayTo>

/** The platform's account for transfers in a currency, the one that buyers are shown; null where there is none. */
export function payToIn(currencyCode: string): BankAccount | null {
  const accounts = BankOptions.shape.accounts.safeParse(loadEnv().BANK_TRANSFER_ACCOUNTS)

  return accounts.data?.[currencyCode] ?? null
}
