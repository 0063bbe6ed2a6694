/** Where a vendor can be paid to. */
export const ACCOUNT_KINDS = ["bank", "mobile_money"] as const

export type AccountKind = (typeof ACCOUNT_KINDS)[number]

type Wallets = { calling_code: string; operators: Record<string, string> }

/** By the currency that wallets are kept in: their operators under our own codes, since each gateway has others. */
const WALLETS: Record<string, Wallets> = {
  ghs: {
    calling_code: "233",
    operators: { MTN: "MTN Mobile Money", TELECEL: "Telecel Cash", AIRTELTIGO: "AT Money" },
  },
  kes: { calling_code: "254", operators: { MPESA: "M-Pesa", AIRTEL: "Airtel Money" } },
}

const NATIONAL_DIGITS = 9

const walletsIn = (currencyCode: string): Wallets | null =>
  Object.hasOwn(WALLETS, currencyCode) ? (WALLETS[currencyCode] ?? null) : null

/** The operators of wallets in a currency, by code; none where vendors cannot be paid so. */
export const walletOperators = (currencyCode: string): Record<string, string> =>
  walletsIn(currencyCode)?.operators ?? {}

/**
 * The number of a wallet in its one stored form, the digits of the international number, however it was typed; null for what
 * is no number of that country.
 */
export function walletNumber(currencyCode: string, typed: string): string | null {
  const wallets = walletsIn(currencyCode)
  const match = /^(\+?\d{3}|0)([1-9]\d{8})$/.exec(typed.replace(/[\s()-]/g, ""))
  const [, prefix, national] = match ?? []
  const fits = prefix === "0" || prefix?.replace("+", "") === wallets?.calling_code

  return wallets && national && fits ? `${wallets.calling_code}${national}` : null
}

/** A stored number as it is dialled within its country: `254712345678` is `0712345678`. */
export const nationalNumber = (stored: string): string => `0${stored.slice(-NATIONAL_DIGITS)}`
