import { ownedLock } from "../owned-lock"

/** Changes of a shop's shipping options take turns: of two at once that delete the last two, one is refused. */
export const shippingLock = (input: { vendor_id: string }) =>
  ownedLock(`vendor-shipping:${input.vendor_id}`, { timeout: 10, ttl: 60 })
