import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { listShippingOptionsForCartWithPricingWorkflow } from "@medusajs/medusa/core-flows"
import {
  cheapestHomeDelivery,
  profilesWithoutMethod,
  type ShippingOffer,
} from "../../../lib/default-shipping"

export type FindDefaultShippingInput = {
  cart_id: string
  /** Options that the same request sets; their shops need no default. */
  chosen_option_ids: string[]
  /** Nothing is selected for a shopper who has not chosen any delivery yet. */
  only_if_chosen?: boolean
}

export type DefaultShippingMethod = { id: string; data: { auto_selected: true } }

type CartView = {
  items: {
    requires_shipping: boolean
    variant?: { product?: { shipping_profile?: { id: string } | null } | null } | null
  }[]
  shipping_methods: { shipping_option?: { shipping_profile_id: string } | null }[]
}

/** The cheapest home delivery of each shop in the cart that has no method yet. Reads only. */
export const findDefaultShippingStep = createStep(
  "find-default-shipping",
  async (input: FindDefaultShippingInput, { container }) =>
    new StepResponse(await findDefaultShipping(container, input))
)

async function findDefaultShipping(
  container: MedusaContainer,
  { cart_id, chosen_option_ids, only_if_chosen }: FindDefaultShippingInput
): Promise<DefaultShippingMethod[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "cart",
    fields: [
      "items.requires_shipping",
      "items.variant.product.shipping_profile.id",
      "shipping_methods.shipping_option.shipping_profile_id",
    ],
    filters: { id: cart_id },
  })
  const cart = data[0] as unknown as CartView | undefined
  const items = (cart?.items ?? []).map((item) => ({
    requires_shipping: item.requires_shipping,
    shipping_profile_id: item.variant?.product?.shipping_profile?.id ?? null,
  }))
  const methods = cart?.shipping_methods ?? []
  if (only_if_chosen && !methods.length) {
    return []
  }
  // Read from the methods themselves: options, which are dear to list, are listed only when a shop lacks one.
  const missing = profilesWithoutMethod(
    items,
    methods.flatMap((method) => method.shipping_option?.shipping_profile_id ?? [])
  )
  // One shop: whatever the shopper chose is the whole choice.
  const isOneShop = new Set(items.map((item) => item.shipping_profile_id)).size < 2
  if (!missing.length || (isOneShop && chosen_option_ids.length)) {
    return []
  }

  const { result } = await listShippingOptionsForCartWithPricingWorkflow(container).run({
    input: { cart_id, is_return: false },
  })
  const offers: ShippingOffer[] = result.map(toOffer)
  const chosen = offers
    .filter((offer) => chosen_option_ids.includes(offer.id))
    .map((offer) => offer.shipping_profile_id)

  return cheapestHomeDelivery(
    missing.filter((profileId) => !chosen.includes(profileId)),
    offers
  ).map((offer) => ({ id: offer.id, data: { auto_selected: true } }))
}

function toOffer(option: {
  id: string
  shipping_profile_id: string
  calculated_price?: { calculated_amount?: number | null } | null
  service_zone?: { fulfillment_set?: { type?: string } }
}): ShippingOffer {
  return {
    id: option.id,
    shipping_profile_id: option.shipping_profile_id,
    fulfillment_type: option.service_zone?.fulfillment_set?.type ?? "",
    amount: option.calculated_price?.calculated_amount ?? null,
  }
}
