import { type AccountKind, walletNumber, walletOperators } from "../../../lib/mobile-money"

/** Banks of Nigeria by the code of the central bank, for showing the name beside the last digits. */
const NIGERIAN_BANKS: Record<string, string> = {
  "011": "First Bank of Nigeria",
  "023": "Citibank Nigeria",
  "030": "Heritage Bank",
  "032": "Union Bank of Nigeria",
  "033": "United Bank for Africa",
  "035": "Wema Bank",
  "044": "Access Bank",
  "050": "Ecobank Nigeria",
  "057": "Zenith Bank",
  "058": "Guaranty Trust Bank",
  "068": "Standard Chartered Bank",
  "070": "Fidelity Bank",
  "076": "Polaris Bank",
  "082": "Keystone Bank",
  "101": "Providus Bank",
  "214": "First City Monument Bank",
  "215": "Unity Bank",
  "221": "Stanbic IBTC Bank",
  "232": "Sterling Bank",
  "301": "Jaiz Bank",
}

export type BankAccountInput = {
  /** A bank account unless it is said. */
  kind?: AccountKind
  bank_code: string
  account_number: string
  currency_code: string
}

export function bankNameOf({ kind, bank_code, currency_code }: BankAccountInput): string | null {
  const names = kind === "mobile_money" ? walletOperators(currency_code) : banksIn(currency_code)

  return Object.hasOwn(names, bank_code) ? (names[bank_code] ?? null) : null
}

const banksIn = (currencyCode: string): Record<string, string> =>
  currencyCode === "ngn" ? NIGERIAN_BANKS : {}

/** A wallet's number in its one form; a bank account's as it is. Asked after `accountNumberProblem` has found nothing. */
export const storedNumberOf = ({ kind, account_number, currency_code }: BankAccountInput): string =>
  (kind === "mobile_money" ? walletNumber(currency_code, account_number) : null) ?? account_number

const NUBAN_WEIGHTS = [3, 7, 3]

/**
 * Whether the last digit of a Nigerian account number fits its bank and serial number. Only the three-digit codes of
 * commercial banks take part: wallets and microfinance banks number their accounts by phone.
 */
export function hasNubanCheckDigit(bankCode: string, accountNumber: string): boolean {
  const digits = [...bankCode, ...accountNumber.slice(0, 9)].map(Number)
  const sum = digits.reduce((total, digit, index) => total + digit * (NUBAN_WEIGHTS[index % 3] ?? 0), 0)

  return (10 - (sum % 10)) % 10 === Number(accountNumber[9])
}

/** Why an account number cannot be right, in a sentence that does not repeat it; null when nothing speaks against it. */
export function accountNumberProblem(account: BankAccountInput): string | null {
  return account.kind === "mobile_money" ? walletProblem(account) : bankAccountProblem(account)
}

function walletProblem({ bank_code, account_number, currency_code }: BankAccountInput): string | null {
  const operators = Object.keys(walletOperators(currency_code))
  if (!operators.length) {
    return "Shops cannot be paid to mobile-money wallets in this currency."
  }
  if (!operators.includes(bank_code)) {
    return `The operator of a wallet in this currency is one of ${operators.join(", ")}.`
  }

  return walletNumber(currency_code, account_number) === null
    ? "The number of a wallet is a phone number of the currency's country."
    : null
}

function bankAccountProblem({ bank_code, account_number, currency_code }: BankAccountInput): string | null {
  if (currency_code !== "ngn") {
    return /^[0-9A-Z]{5,34}$/.test(account_number)
      ? null
      : "An account number has 5 to 34 digits or capital letters."
  }
  if (!/^\d{3}$|^\d{5,6}$/.test(bank_code)) {
    return "The code of a Nigerian bank has 3, 5 or 6 digits."
  }
  if (!/^\d{10}$/.test(account_number)) {
    return "A Nigerian account number has 10 digits."
  }

  return bank_code.length > 3 || hasNubanCheckDigit(bank_code, account_number)
    ? null
    : "This account number does not belong to this bank: look for a wrong digit."
}
