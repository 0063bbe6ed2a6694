import { MathBN } from "@medusajs/framework/utils"
import type { Amount } from "./money"

export type CartItemProfile = { requires_shipping: boolean; shipping_profile_id: string | null }

export type ShippingOffer = {
  id: string
  shipping_profile_id: string
  /** `shipping` brings the parcel home, `pickup` does not. */
  fulfillment_type: string
  /** Null when the option has no price for this cart. */
  amount: Amount | null
}

/** Profiles of items that must be shipped and that none of `covered` serves, without repeats. */
export function profilesWithoutMethod(items: CartItemProfile[], covered: Iterable<string>): string[] {
  const done = new Set(covered)
  const needed = items.flatMap((item) =>
    item.requires_shipping && item.shipping_profile_id ? [item.shipping_profile_id] : []
  )

  return [...new Set(needed)].filter((profileId) => !done.has(profileId))
}

/**
 * The option that a shopper who never chose would want for each profile: the cheapest one that delivers to the
 * door; of two at the same price the one with the lower id, so that the choice is stable. A profile without such
 * an option is left out.
 */
export function cheapestHomeDelivery(profileIds: string[], offers: ShippingOffer[]): ShippingOffer[] {
  return profileIds.flatMap((profileId) => {
    const valid = offers.filter(
      (offer) =>
        offer.shipping_profile_id === profileId &&
        offer.fulfillment_type === "shipping" &&
        offer.amount !== null
    )
    const [cheapest] = valid.toSorted((left, right) => {
      const byPrice = MathBN.sub(left.amount ?? 0, right.amount ?? 0).toNumber()
      return byPrice === 0 ? (left.id < right.id ? -1 : 1) : byPrice
    })

    return cheapest ? [cheapest] : []
  })
}

type ListedMethod = { id?: string; data?: Record<string, unknown> | null }

/** Storefronts show the last method as the chosen one, so what was selected for the shopper comes first. */
export function ownChoiceLast<Method extends ListedMethod>(methods: Method[]): Method[] {
  const rank = (method: Method) => (method.data?.auto_selected ? 0 : 1)

  return methods.toSorted((left, right) => {
    const byRank = rank(left) - rank(right)
    return byRank === 0 ? ((left.id ?? "") < (right.id ?? "") ? -1 : 1) : byRank
  })
}
