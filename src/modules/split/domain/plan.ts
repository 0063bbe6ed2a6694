import type { FrozenShare } from "../../../lib/gateway-split"
import { sumMinor } from "../../../lib/money"

/** The most that cards cost (3.9 %, and a fixed part), which has to come out of what is left to the platform. */
const LEAST_LEFT_BPS = 400n
const BPS = 10_000n

/** How many shares one payment may have is documented nowhere: few are sure to be taken. */
const MOST_SHARES = 10

export type PlannedPart = {
  vendor_id: string
  /** What the vendor is owed for its part of the cart. */
  net_minor: bigint
  /** Null for a vendor that is paid the usual way. */
  subaccount_code: string | null
}

/**
 * What a gateway is told to pay to vendors of a payment: the whole of what each is owed. None where gift cards pay a part,
 * and none where what is left could not bear the fee: the payment then comes to the platform as always.
 */
export function planShares(cart: {
  charged_minor: bigint
  credit_minor: bigint
  parts: PlannedPart[]
}): FrozenShare[] {
  const shares = cart.parts.flatMap(({ vendor_id, net_minor, subaccount_code }) =>
    subaccount_code && net_minor > 0n ? [{ vendor_id, subaccount_code, share_minor: net_minor }] : []
  )
  const left = cart.charged_minor - sumMinor(shares.map(({ share_minor }) => share_minor))
  const isBorne = left * BPS >= cart.charged_minor * LEAST_LEFT_BPS

  return cart.credit_minor === 0n && isBorne && shares.length <= MOST_SHARES ? shares : []
}
