import type { BigNumberInput, IBigNumber } from "@medusajs/framework/types"
import { defaultCurrencies, MathBN } from "@medusajs/framework/utils"

/** An amount as Medusa hands it out: a number, a string, a BigNumber or a raw value. */
export type Amount = BigNumberInput | IBigNumber

const ROUND_HALF_UP = 4
const ROUND_FLOOR = 3

/**
 * Medusa cuts amounts at 20 digits, so three thirds make a trace more or less than the whole. A fraction of an amount
 * counts to the tenth digit, that of a sum to the sixth: a trace must not decide how half a unit is rounded.
 */
const DIGITS_OF_AMOUNT = 10
const DIGITS_OF_SUM = 6

/** Digits after the point that the currency can pay out, by ISO 4217 (NGN 2, XOF 0). */
export function decimalDigits(currencyCode: string): number {
  return defaultCurrencies[currencyCode.toUpperCase()]?.decimal_digits ?? 2
}

type Decimal = ReturnType<typeof MathBN.convert>

/** Exact minor units, with the fraction that Medusa's unrounded totals may carry: 19.995 NGN -> 1999.5. */
export function exactMinorUnits(amount: Amount, currencyCode: string): Decimal {
  return MathBN.convert(amount)
    .shiftedBy(decimalDigits(currencyCode))
    .decimalPlaces(DIGITS_OF_AMOUNT, ROUND_HALF_UP)
}

/**
 * Major units (Medusa) to integer minor units of the currency, rounded half up once: 12.5 NGN -> 1250n.
 * Gateways may count differently: see their adapters.
 */
export function toMinorUnits(amount: Amount, currencyCode: string): bigint {
  return roundHalfUp(exactMinorUnits(amount, currencyCode))
}

const roundHalfUp = (exact: Decimal) =>
  BigInt(exact.decimalPlaces(DIGITS_OF_SUM, ROUND_HALF_UP).decimalPlaces(0, ROUND_HALF_UP).toFixed(0))

/** A decimal in major units as people write it; null when the currency cannot pay it: nothing is rounded for anybody. */
export function minorUnitsOf(amount: string, currencyCode: string): bigint | null {
  const minor = toMinorUnits(amount, currencyCode)
  const plain = (text: string) =>
    text
      .replace(/(\.\d*?)0+$/, "$1")
      .replace(/\.$/, "")
      .replace(/^0+(?=\d)/, "")

  return plain(toMajorUnits(minor, currencyCode)) === plain(amount) ? minor : null
}

/** As notices and letters say an amount, in major units: 1250n NGN -> "12.5 NGN". */
export const sayAmount = (amountMinor: bigint, currencyCode: string): string =>
  `${toMajorUnits(amountMinor, currencyCode)} ${currencyCode.toUpperCase()}`

/** Integer minor units to a decimal string in major units, as Medusa takes amounts: 1250n NGN -> "12.5". */
export function toMajorUnits(amountMinor: bigint, currencyCode: string): string {
  const digits = decimalDigits(currencyCode)
  const text = (amountMinor < 0n ? -amountMinor : amountMinor).toString().padStart(digits + 1, "0")
  const fraction = text.slice(text.length - digits).replace(/0+$/, "")
  const whole = text.slice(0, text.length - digits)

  return `${amountMinor < 0n ? "-" : ""}${whole}${fraction && `.${fraction}`}`
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
 * Rounds exact minor units so that the parts add up to their own exact sum, rounded half up once. Each part is its
 * floor or one unit more; an amount without a fraction is never changed.
 */
export function roundTogether(exact: Decimal[]): bigint[] {
  return spreadLeftOver(
    exact.map((amount) => ({ part: floorOf(amount), rest: restOf(amount) })),
    roundHalfUp(sumOf(exact))
  )
}

/**
 * Divides wholes, each of which is an exact `first + second` rounded up or down, into integers that add up to it.
 * Each part is its floor or one unit more, so that one without a fraction stays as it is. Where that leaves a
 * choice, the firsts add up to their own exact sum rounded half up, or come as near to it as they can.
 */
export function splitTogether(
  wholes: bigint[],
  first: Decimal[],
  second: Decimal[]
): { first: bigint[]; second: bigint[] } {
  const rows = wholes.map((whole, index) => splitRow(whole, first[index], second[index]))
  const fixed = sumMinor(rows.map((row) => row.first))
  const wanted = roundHalfUp(sumOf(first)) - fixed
  const free = rows
    .filter((row) => row.is_free)
    .toSorted((a, b) => (a.rest === b.rest ? 0 : a.rest > b.rest ? -1 : 1))
  for (const row of free.slice(0, Math.max(0, Number(wanted)))) {
    row.first += 1n
  }

  return {
    first: rows.map((row) => row.first),
    second: rows.map((row, index) => (wholes[index] ?? 0n) - row.first),
  }
}

/** A row is free when one of its units may go to either part; it is with the second until it is given to the first. */
function splitRow(whole: bigint, first: Decimal = ZERO, second: Decimal = ZERO) {
  const units = whole - floorOf(first) - floorOf(second)
  const rest = restOf(first)
  const [mayFirst, maySecond] = [rest > 0n, restOf(second) > 0n]
  if (units < 0n || units > BigInt(mayFirst) + BigInt(maySecond)) {
    throw new RangeError(`${whole} is not ${first.toFixed()} + ${second.toFixed()} rounded up or down`)
  }
  const isGiven = units === 2n || (units === 1n && !maySecond)

  return {
    first: floorOf(first) + (isGiven ? 1n : 0n),
    rest,
    is_free: units === 1n && mayFirst && maySecond,
  }
}

const ZERO = MathBN.convert(0)

const sumOf = (amounts: Decimal[]) => amounts.reduce((sum, amount) => sum.plus(amount), ZERO)

const floorOf = (amount: Decimal) => BigInt(amount.decimalPlaces(0, ROUND_FLOOR).toFixed(0))

/** The fraction, as a whole number that can be compared. */
const restOf = (amount: Decimal) =>
  BigInt(amount.minus(amount.decimalPlaces(0, ROUND_FLOOR)).shiftedBy(DIGITS_OF_AMOUNT).toFixed(0))

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
