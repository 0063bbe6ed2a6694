import type { PayoutDestination } from "../../lib/payout-rail"
import type { FlutterwavePayoutOptions } from "./options"

/** Flutterwave's codes for the operators of wallets, by the currency that they are kept in. */
const OPERATORS: Record<string, Record<string, string>> = {
  ghs: { MTN: "MTN", TELECEL: "VODAFONE", AIRTELTIGO: "AIRTELTIGO" },
  kes: { MPESA: "MPS", AIRTEL: "MPX" },
}

/** Where wallets are paid to, in Kenya only by a sender that is named. */
export const paysWalletsIn = (currencyCode: string, { sender }: FlutterwavePayoutOptions): boolean =>
  Object.hasOwn(OPERATORS, currencyCode) && (currencyCode !== "kes" || sender !== undefined)

/** The receiver as Flutterwave takes it: a wallet's number with the country's code, as we keep it. */
export function receiverOf(destination: PayoutDestination, { sender }: FlutterwavePayoutOptions) {
  const { kind, bank_code, currency_code } = destination
  const isWallet = kind === "mobile_money"

  return {
    account_bank: isWallet ? (OPERATORS[currency_code]?.[bank_code] ?? bank_code) : bank_code,
    account_number: destination.account_number,
    beneficiary_name: destination.account_name,
    ...(isWallet && currency_code === "kes" && sender
      ? {
          meta: {
            sender: sender.name,
            sender_country: sender.country_code,
            mobile_number: sender.mobile_number,
          },
        }
      : {}),
  }
}
