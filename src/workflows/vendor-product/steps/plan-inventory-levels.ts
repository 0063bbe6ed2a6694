import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { inventoryLinks } from "../variant-stock"

export type StockVariantsInput = {
  /** Null for a shop that is not approved yet. */
  location_id: string | null
  variants: { id: string; stocked_quantity?: number }[]
}

/** The levels that these variants' inventory items lack at a location. Reads only. */
export const planInventoryLevelsStep = createStep(
  "plan-vendor-inventory-levels",
  async ({ location_id, variants }: StockVariantsInput, { container }) => {
    if (!location_id || !variants.length) {
      return new StepResponse([])
    }
    const links = await inventoryLinks(container, { variant_id: variants.map(({ id }) => id) })
    const { data: levels } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
      entity: "inventory_level",
      fields: ["inventory_item_id"],
      filters: { location_id, inventory_item_id: links.map((link) => link.inventory_item_id) },
    })
    const stocked = new Set(levels.map((level) => level.inventory_item_id))
    const quantities = new Map(variants.map(({ id, stocked_quantity }) => [id, stocked_quantity ?? 0]))
    const missing = new Map(
      links
        .filter((link) => !stocked.has(link.inventory_item_id))
        .map((link) => [link.inventory_item_id, quantities.get(link.variant_id) ?? 0])
    )

    return new StepResponse(
      [...missing].map(([inventory_item_id, stocked_quantity]) => ({
        inventory_item_id,
        location_id,
        stocked_quantity,
      }))
    )
  }
)
