import { GatewayRefusedError } from "../../lib/gateway"
import { exactMinorUnits, toMajorUnits } from "../../lib/money"

/** Flutterwave takes hundredths of the major unit and nothing smaller. */
const MOST_DECIMALS = 2
const ROUND_UP = 0

/**
 * ISO minor units to the decimal text in major units that Flutterwave is sent: 435050n NGN is "4350.5", 1250n XOF is
 * "1250". A text, because a JSON number passes through a float on either side.
 * @throws GatewayRefusedError for an amount that Flutterwave cannot express
 */
export function toMajorText(amountMinor: bigint, currencyCode: string): string {
  const text = toMajorUnits(amountMinor, currencyCode)
  if ((text.split(".")[1]?.length ?? 0) > MOST_DECIMALS) {
    throw new GatewayRefusedError(
      `Flutterwave cannot express ${amountMinor} minor units of ${currencyCode.toUpperCase()}.`,
      "amount_not_expressible"
    )
  }

  return text
}

/**
 * What Flutterwave wrote in major units to ISO minor units, or null when that is no whole number of them (12.5 XOF). A
 * trace that its own arithmetic left far behind the point does not count.
 */
export function fromMajorText(text: string, currencyCode: string): bigint | null {
  const exact = exactMinorUnits(text, currencyCode)

  return exact.isInteger() ? BigInt(exact.toFixed(0)) : null
}

/** A fee in ISO minor units, rounded up where it has a fraction: no buyer or vendor is owed that fraction. */
export function feeFromMajorText(text: string, currencyCode: string): bigint {
  return BigInt(exactMinorUnits(text, currencyCode).decimalPlaces(0, ROUND_UP).toFixed(0))
}
