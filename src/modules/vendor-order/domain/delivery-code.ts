import { isSameText } from "../../../lib/same-text"
import type { VendorOrderStatus } from "./status"

/** So many codes may be tried for a vendor order; then only staff, or the buyer, confirm its delivery. */
export const DELIVERY_CODE_TRIES = 5

const CODES = 1_000_000
const BYTES = 6

/** Six digits out of a keyed hash. Out of 48 bits, so that no code is noticeably more likely than another. */
export const deliveryCode = (digest: Buffer): string =>
  String(digest.readUIntBE(0, BYTES) % CODES).padStart(6, "0")

/**
 * Whether a code is that of one of the hashes, one for each key that is still in use. It takes as long whatever is given,
 * and whichever of them is right.
 */
export function isDeliveryCode(given: string, digests: Buffer[]): boolean {
  const matches = digests.map((digest) => isSameText(given, deliveryCode(digest)))

  return matches.includes(true)
}

/** While something of the vendor order is still to be handed over. */
export const hasDeliveryCode = (status: VendorOrderStatus): boolean =>
  status === "pending" || status === "confirmed" || status === "shipped"
