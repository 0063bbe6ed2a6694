import { GatewayRefusedError, GatewayUnavailableError } from "../../lib/gateway"
import { decimalDigits } from "../../lib/money"

/** Paystack counts every currency in hundredths of the major unit, also those that have no fraction (XOF). */
const SUBUNIT_DIGITS = 2

/**
 * ISO minor units to Paystack's subunits, exactly: 1250n NGN is 1250, 1250n XOF is 125000.
 * @throws GatewayRefusedError for an amount that Paystack cannot express
 */
export function toSubunits(amountMinor: bigint, currencyCode: string): number {
  const subunits = shift(amountMinor, SUBUNIT_DIGITS - decimalDigits(currencyCode))
  if (subunits === null || subunits > BigInt(Number.MAX_SAFE_INTEGER)) {
    throw new GatewayRefusedError(
      `Paystack cannot express ${amountMinor} minor units of ${currencyCode.toUpperCase()}.`,
      "amount_not_expressible"
    )
  }

  return Number(subunits)
}

/** Paystack's subunits to ISO minor units, or null when they are no whole number of them (150 subunits of XOF). */
export function fromSubunits(subunits: bigint, currencyCode: string): bigint | null {
  return shift(subunits, decimalDigits(currencyCode) - SUBUNIT_DIGITS)
}

/** @throws GatewayUnavailableError for what Paystack cannot mean */
export function exactly(subunits: bigint, currencyCode: string): bigint {
  const amount = fromSubunits(subunits, currencyCode)
  if (amount === null) {
    throw new GatewayUnavailableError(
      `Paystack reports ${subunits} subunits of ${currencyCode}, which do not divide.`
    )
  }

  return amount
}

/** A fee in ISO minor units, rounded up where it has a fraction: no buyer or vendor is owed that fraction. */
export function feeFromSubunits(subunits: bigint, currencyCode: string): bigint {
  const exact = fromSubunits(subunits, currencyCode)
  if (exact !== null) {
    return exact
  }
  const divisor = 10n ** BigInt(SUBUNIT_DIGITS - decimalDigits(currencyCode))

  return (subunits + divisor - 1n) / divisor
}

/** Moves the decimal point by `digits`; null where a remainder would be lost. */
function shift(amount: bigint, digits: number): bigint | null {
  if (digits >= 0) {
    return amount * 10n ** BigInt(digits)
  }
  const divisor = 10n ** BigInt(-digits)

  return amount % divisor === 0n ? amount / divisor : null
}
