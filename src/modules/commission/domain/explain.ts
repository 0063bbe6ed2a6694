import { defaultCurrencies, MathBN } from "@medusajs/framework/utils"
import { toMajorUnits } from "../../../lib/money"
import type { CommissionTerms } from "./rule"

type Explained = Pick<CommissionTerms, "name" | "rate_bps" | "counted_by" | "amounts">

/** A rule in one currency as a person reads it: `8 % Electronics + ₦50, capped at ₦5,000`. */
export function explainRule(
  { name, rate_bps, counted_by, amounts }: Explained,
  currencyCode: string
): string {
  const { fixed_minor, floor_minor, cap_minor } = amounts[currencyCode] ?? {}
  const amount = (minor: string) =>
    `${readableAmount(BigInt(minor), currencyCode)}${counted_by === "item" ? " each" : ""}`

  return [
    `${readablePercent(rate_bps)} ${name}`,
    isAny(fixed_minor) ? ` + ${amount(fixed_minor)}` : "",
    isAny(floor_minor) ? `, at least ${amount(floor_minor)}` : "",
    cap_minor === undefined ? "" : `, capped at ${amount(cap_minor)}`,
  ].join("")
}

/** 850 is `8.5 %`. */
export const readablePercent = (rateBps: number) => `${MathBN.div(rateBps, 100).toFixed()} %`

const isAny = (minor: string | undefined): minor is string => minor !== undefined && BigInt(minor) > 0n

/** 123450 NGN is `₦1,234.50`; a sign of several letters stands apart: `CFA 500`. */
function readableAmount(minor: bigint, currencyCode: string): string {
  const [whole = "0", fraction] = toMajorUnits(minor, currencyCode).split(".")
  const { symbol_native, decimal_digits } = defaultCurrencies[currencyCode.toUpperCase()] ?? {
    symbol_native: currencyCode.toUpperCase(),
    decimal_digits: 2,
  }
  const sign = /\p{L}$/u.test(symbol_native) ? `${symbol_native} ` : symbol_native
  const cents = fraction ? `.${fraction.padEnd(decimal_digits, "0")}` : ""

  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${cents}`
}
