import { ownedLock } from "../owned-lock"

/** Changes of a shop's promotions take turns, so that its limits hold; so do two shops that want one code. */
export const promotionLock = (input: { vendor_id: string; promotion?: { code?: string } }) =>
  ownedLock(
    [
      `vendor-promotions:${input.vendor_id}`,
      ...(input.promotion?.code ? [`promotion-code:${input.promotion.code}`] : []),
    ],
    { timeout: 10, ttl: 60 }
  )
