import { BANK_GATEWAY, CASH_GATEWAY } from "../../../lib/gateway"
import type { ACCOUNT_TYPES } from "../../../lib/ledger-names"

export type AccountType = (typeof ACCOUNT_TYPES)[number]

/** An account is what it is for, whose it is (a vendor or a gateway), and its currency. */
export type AccountRef = { type: AccountType; owner?: string; currency_code: string }

/**
 * Where what a gateway collects lies: with it until it settles, or in the platform's bank account at once. What was paid at
 * the door goes back out of that account, too.
 */
export const collectedAt = (gateway: string, currency_code: string): AccountRef =>
  gateway === BANK_GATEWAY || gateway === CASH_GATEWAY
    ? { type: "platform_bank", currency_code }
    : { type: "gateway_clearing", owner: gateway, currency_code }

/** The name of an account in the books, for example `vendor_pending:vend_01:ngn`. */
export function accountCode({ type, owner, currency_code }: AccountRef): string {
  return [type, owner, currency_code].filter(Boolean).join(":")
}
