import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  listShippingOptionsForCartWithPricingWorkflowId,
  listShippingOptionsForCartWorkflowId,
} from "@medusajs/medusa/core-flows"
import { overrideStep } from "../../lib/override-step"

const STEP = "sales_channels-fulfillment-query"

type CartResult = { data: [{ sales_channel_id: string; items?: { product_id?: string | null }[] }?] }

/**
 * Core loads every stock location of the sales channel, thus of every vendor, each time it lists the shipping
 * options of a cart or refreshes its methods. The locations that can serve the cart are those whose options carry
 * the shipping profiles of its products, so the cost no longer grows with the number of vendors.
 */
for (const workflowId of [
  listShippingOptionsForCartWorkflowId,
  listShippingOptionsForCartWithPricingWorkflowId,
]) {
  overrideStep(workflowId, STEP, async ({ container, resultOf }) => {
    const cart = (resultOf("get-cart") as CartResult).data[0]
    const productIds = (cart?.items ?? []).flatMap((item) => item.product_id ?? [])
    const stock_locations = cart
      ? await locationsServing(container, [...new Set(productIds)], cart.sales_channel_id)
      : []

    return { data: [{ stock_locations }] }
  })
}

async function locationsServing(container: MedusaContainer, productIds: string[], salesChannelId: string) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)

  const { data: profiles } = await query.graph({
    entity: "product_shipping_profile",
    fields: ["shipping_profile_id"],
    filters: { product_id: productIds },
  })
  const profileIds = [...new Set(profiles.map((link) => link.shipping_profile_id))]

  const { data: options } = await query.graph({
    entity: "shipping_option",
    fields: ["service_zone.fulfillment_set_id"],
    filters: { shipping_profile_id: profileIds },
  })
  const setIds = [...new Set(options.flatMap((option) => option.service_zone?.fulfillment_set_id ?? []))]

  const { data: links } = await query.graph({
    entity: "location_fulfillment_set",
    fields: ["stock_location_id", "fulfillment_set_id"],
    filters: { fulfillment_set_id: setIds },
  })

  const { data: channelLinks } = await query.graph({
    entity: "sales_channel_location",
    fields: ["stock_location_id", "location.id", "location.name", "location.address.*"],
    filters: {
      sales_channel_id: salesChannelId,
      stock_location_id: [...new Set(links.map((link) => link.stock_location_id))],
    },
  })

  return channelLinks.map(({ location, stock_location_id }) => ({
    ...location,
    fulfillment_sets: links
      .filter((link) => link.stock_location_id === stock_location_id)
      .map((link) => ({ id: link.fulfillment_set_id })),
  }))
}
