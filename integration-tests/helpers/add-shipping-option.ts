import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createShippingOptionsWorkflow } from "@medusajs/medusa/core-flows"

export type NewOption = { name: string; amount: number; kind: "shipping" | "pickup" }

/** A further option of an approved shop in NGN; pickup gets a fulfilment set of its own, as the admin makes it. */
export async function addShippingOption(
  container: MedusaContainer,
  vendorId: string,
  option: NewOption
): Promise<string> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: vendors } = await query.graph({
    entity: "vendor",
    fields: ["shipping_profile_id", "stock_location_id"],
    filters: { id: vendorId },
  })
  const { shipping_profile_id, stock_location_id } = vendors[0]!
  const { result } = await createShippingOptionsWorkflow(container).run({
    input: [
      {
        name: option.name,
        price_type: "flat",
        provider_id: "manual_manual",
        service_zone_id: await serviceZoneOf(container, stock_location_id!, option),
        shipping_profile_id: shipping_profile_id!,
        type: { label: option.name, description: option.name, code: option.kind },
        prices: [{ currency_code: "ngn", amount: option.amount }],
        rules: [
          { attribute: "enabled_in_store", value: "true", operator: "eq" },
          { attribute: "is_return", value: "false", operator: "eq" },
        ],
      },
    ],
  })

  return result[0]!.id
}

async function serviceZoneOf(
  container: MedusaContainer,
  stock_location_id: string,
  { name, kind }: NewOption
): Promise<string> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  if (kind === "shipping") {
    const { data } = await query.graph({
      entity: "stock_location",
      fields: ["fulfillment_sets.service_zones.id"],
      filters: { id: stock_location_id },
    })
    return data[0]!.fulfillment_sets![0]!.service_zones[0]!.id
  }
  const [set] = await container.resolve(Modules.FULFILLMENT).createFulfillmentSets([
    {
      name: `${name} of ${stock_location_id}`,
      type: "pickup",
      service_zones: [
        { name: `${name} of ${stock_location_id}`, geo_zones: [{ type: "country", country_code: "ng" }] },
      ],
    },
  ])
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.STOCK_LOCATION]: { stock_location_id },
    [Modules.FULFILLMENT]: { fulfillment_set_id: set!.id },
  })

  return set!.service_zones[0]!.id
}
