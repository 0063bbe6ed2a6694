import type { BigNumberInput, IBigNumber } from "@medusajs/framework/types"
import { defaultCurrencies, MathBN } from "@medusajs/framework/utils"

/** An amount as Medusa hands it out: a number, a string, a BigNumber or a raw value. */
export type Amount = BigNumberInput | IBigNumber

const ROUND_HALF_UP = 4
const ROUND_FLOOR = 3

/**
 * Digits of a minor unit that mean something. Medusa cuts amounts at 20 digits, so the sum of three thirds is a
 * trace below or above what the order's total says; that must not decide how half a unit is rounded.
 */
const MEANINGFUL_DIGITS = 6

/** Digits after the point that the currency can pay out, by ISO 4217 (NGN 2, XOF 0). */
export function decimalDigits(currencyCode: string): number {
  return defaultCurrencies[currencyCode.toUpperCase()]?.decimal_digits ?? 2
}

/** Exact minor units, with the fraction that Medusa's unrounded totals may carry. */
function shiftToMinor(amount: Amount, currencyCode: string) {
  return MathBN.convert(amount).shiftedBy(decimalDigits(currencyCode))
}

function roundHalfUp(minor: ReturnType<typeof shiftToMinor>): bigint {
  return BigInt(
    minor.decimalPlaces(MEANINGFUL_DIGITS, ROUND_HALF_UP).decimalPlaces(0, ROUND_HALF_UP).toFixed(0)
  )
}

/**
 * Major units (Medusa) to integer minor units of the currency, rounded half up once: 12.5 NGN -> 1250n.
 * Gateways may count differently: see their adapters.
 */
export function toMinorUnits(amount: Amount, currencyCode: string): bigint {
  return roundHalfUp(shiftToMinor(amount, currencyCode))
}

/** Integer minor units to a decimal string in major units, as Medusa takes amounts: 1250n NGN -> "12.5". */
export function toMajorUnits(amountMinor: bigint, currencyCode: string): string {
  return MathBN.convert(amountMinor.toString()).shiftedBy(-decimalDigits(currencyCode)).toFixed()
}

/**
 * Splits `total` minor units in proportion to `weights`; the parts add up to `total` exactly.
 * Left-over units go to the largest remainders, the first index winning a tie.
 */
export function allocate(total: bigint, weights: bigint[]): bigint[] {
  const sum = weights.reduce((acc, weight) => acc + weight, 0n)
  if (total < 0n || sum <= 0n || weights.some((weight) => weight < 0n)) {
    throw new RangeError("allocate needs a total and weights of at least 0, and one positive weight")
  }

  return spreadLeftOver(
    weights.map((weight) => ({ part: (total * weight) / sum, rest: (total * weight) % sum })),
    total
  )
}

/**
 * Rounds amounts in major units to minor units so that the parts add up to their own exact sum, rounded half
 * up once. Each part is its floor or one unit more; an amount without a fraction is never changed.
 */
export function roundTogether(amounts: Amount[], currencyCode: string): { parts: bigint[]; total: bigint } {
  const exact = amounts.map((amount) => shiftToMinor(amount, currencyCode))
  const total = roundHalfUp(exact.reduce((acc, amount) => acc.plus(amount), MathBN.convert(0)))
  const parts = spreadLeftOver(
    exact.map((amount) => {
      const floor = amount.decimalPlaces(0, ROUND_FLOOR)
      return { part: BigInt(floor.toFixed(0)), rest: BigInt(amount.minus(floor).shiftedBy(30).toFixed(0)) }
    }),
    total
  )

  return { parts, total }
}

function spreadLeftOver(shares: { part: bigint; rest: bigint }[], total: bigint): bigint[] {
  const left = total - shares.reduce((acc, share) => acc + share.part, 0n)
  const lucky = new Set(
    shares
      .map((share, index) => ({ index, rest: share.rest }))
      .toSorted((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))
      .slice(0, Number(left))
      .map((share) => share.index)
  )

  return shares.map((share, index) => share.part + (lucky.has(index) ? 1n : 0n))
}

const BASIS_POINTS = 10_000n

/** `rate_bps` of a non-negative amount, rounded half up to the unit: 850 bps of 999n -> 85n. */
export function percentOf(amountMinor: bigint, rateBps: number): bigint {
  return (amountMinor * BigInt(rateBps) * 2n + BASIS_POINTS) / (BASIS_POINTS * 2n)
}

/** Adds integer minor units. */
export function sumMinor(amounts: Iterable<bigint>): bigint {
  let total = 0n
  for (const amount of amounts) {
    total += amount
  }

  return total
}
