import { decimalDigits } from "../../../lib/money"

export type PriceInput = { currency_code: string; amount: string | number }

export type Price = { currency_code: string; amount: string }

/** A delivery may be for nothing, a product may not. */
type PriceRules = { can_be_free?: boolean }

export type ReadPrices = { is_valid: true; prices: Price[] } | { is_valid: false; message: string }

/** In major units of any currency; a number below it has few enough digits to be exact with its decimals. */
const HIGHEST_AMOUNT = 100_000_000_000

const PLAIN_DECIMAL = /^(?:0|[1-9]\d{0,11})(?:\.(\d{1,4}))?$/

/** Prices as a shop sends them: one per currency of the store, positive, with no more decimals than the currency has. */
export function readPrices(
  inputs: PriceInput[],
  currencies: readonly string[],
  { can_be_free }: PriceRules = {}
): ReadPrices {
  const prices: Price[] = []
  for (const input of inputs) {
    const currency_code = input.currency_code.toLowerCase()
    const problem = priceProblem(input, currency_code, { currencies, can_be_free })
    if (problem) {
      return { is_valid: false, message: problem }
    }
    if (prices.some((price) => price.currency_code === currency_code)) {
      return { is_valid: false, message: `There is one price in ${currency_code}.` }
    }
    prices.push({ currency_code, amount: String(input.amount) })
  }

  return { is_valid: true, prices }
}

function priceProblem(
  { amount }: PriceInput,
  currencyCode: string,
  { currencies, can_be_free }: PriceRules & { currencies: readonly string[] }
): string | null {
  if (!currencies.includes(currencyCode)) {
    return `The store does not sell in this currency; it sells in ${currencies.join(", ")}.`
  }
  // A number is judged by its shortest text, which is what was typed: 0.1 stays 0.1, and 1e21 is refused.
  const match = PLAIN_DECIMAL.exec(String(amount))
  if (!match) {
    return "A price is a decimal number such as 1250 or 1250.50."
  }
  const digits = decimalDigits(currencyCode)
  if ((match[1]?.length ?? 0) > digits) {
    return `A price in ${currencyCode} has at most ${digits} digits after the point.`
  }
  const value = Number(amount)

  return (value > 0 || can_be_free) && value <= HIGHEST_AMOUNT
    ? null
    : `A price is ${can_be_free ? "at least" : "more than"} 0 and at most ${HIGHEST_AMOUNT.toLocaleString("en")}.`
}
