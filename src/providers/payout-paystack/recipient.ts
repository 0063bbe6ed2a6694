import { type AccountKind, nationalNumber } from "../../lib/mobile-money"
import type { PayoutDestination } from "../../lib/payout-rail"

/** Paystack's kinds of bank account, by the currency that they are kept in. */
const BANK_TYPES: Record<string, string> = { ngn: "nuban", ghs: "ghipss", zar: "basa" }

/** Its codes for the operators of wallets. */
const OPERATORS: Record<string, Record<string, string>> = {
  ghs: { MTN: "MTN", TELECEL: "VOD", AIRTELTIGO: "ATL" },
  kes: { MPESA: "MPESA", AIRTEL: "ATL_KE" },
}

export const paysTo = (currencyCode: string, kind: AccountKind): boolean =>
  Object.hasOwn(kind === "mobile_money" ? OPERATORS : BANK_TYPES, currencyCode)

type Place = Pick<PayoutDestination, "kind" | "bank_code" | "account_number" | "currency_code">

/** Bank and number as Paystack takes them: a wallet's as it is dialled in its country. */
export const placeOf = ({ kind, bank_code, account_number, currency_code }: Place) =>
  kind === "mobile_money"
    ? {
        bank_code: OPERATORS[currency_code]?.[bank_code] ?? bank_code,
        account_number: nationalNumber(account_number),
      }
    : { bank_code, account_number }

export const recipientOf = (destination: PayoutDestination) => ({
  type: destination.kind === "mobile_money" ? "mobile_money" : BANK_TYPES[destination.currency_code],
  name: destination.account_name,
  ...placeOf(destination),
  currency: destination.currency_code.toUpperCase(),
})
