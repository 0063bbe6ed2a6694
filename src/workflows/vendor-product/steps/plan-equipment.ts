import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

export type EquipProductsInput = {
  vendor_id: string
  stock_location_id: string
  shipping_profile_id: string
}

/** What the products that a shop prepared before its approval still lack: its profile, and places in its stock. Reads only. */
export const planEquipmentStep = createStep(
  "plan-vendor-products-equipment",
  async ({ vendor_id, shipping_profile_id }: EquipProductsInput, { container }) => {
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const { data: owned } = await query.graph({
      entity: "product_vendor",
      fields: ["product_id"],
      filters: { vendor_id },
    })
    const ids = owned.map((link) => link.product_id)
    if (!ids.length) {
      return new StepResponse({ profiles: [], variants: [] })
    }
    const [links, variants] = await Promise.all([
      query.graph({
        entity: "product_shipping_profile",
        fields: ["product_id"],
        filters: { product_id: ids },
      }),
      query.graph({ entity: "product_variant", fields: ["id"], filters: { product_id: ids } }),
    ])
    const profiled = new Set(links.data.map((link) => link.product_id))

    return new StepResponse({
      profiles: ids
        .filter((id) => !profiled.has(id))
        .map((product_id) => ({
          [Modules.PRODUCT]: { product_id },
          [Modules.FULFILLMENT]: { shipping_profile_id },
        })),
      variants: variants.data.map(({ id }) => ({ id })),
    })
  }
)
