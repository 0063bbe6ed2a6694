import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN } from "@medusajs/framework/utils"
import { ErrorCode, invalidData, notAllowed } from "../../lib/errors"
import { VENDOR_MODULE } from "../../modules/vendor"
import type VendorModuleService from "../../modules/vendor/service"
import type { VariantInput } from "./types"

type Link = { variant_id: string; inventory_item_id: string }

export async function inventoryLinks(
  container: MedusaContainer,
  filters: { variant_id: string[] } | { inventory_item_id: string[] }
): Promise<Link[]> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product_variant_inventory_item",
    fields: ["variant_id", "inventory_item_id"],
    filters,
  })

  return data as unknown as Link[]
}

/** The inventory items that serve these variants and no other. */
export async function soleItemsOf(container: MedusaContainer, variantIds: string[]): Promise<string[]> {
  const own = variantIds.length ? await inventoryLinks(container, { variant_id: variantIds }) : []
  const ids = [...new Set(own.map(({ inventory_item_id }) => inventory_item_id))]
  const all = ids.length ? await inventoryLinks(container, { inventory_item_id: ids }) : []
  const shared = new Set(
    all
      .filter(({ variant_id }) => !variantIds.includes(variant_id))
      .map(({ inventory_item_id }) => inventory_item_id)
  )

  return ids.filter((id) => !shared.has(id))
}

/** Pieces that a buyer has paid for wait on these items: they cannot go before they are sent. */
export async function assertNotReserved(container: MedusaContainer, itemIds: string[]): Promise<void> {
  if (!itemIds.length) {
    return
  }
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "inventory_item",
    fields: ["id", "reserved_quantity"],
    filters: { id: itemIds },
  })
  if (data.some((item) => MathBN.gt(item.reserved_quantity ?? 0, 0))) {
    throw notAllowed(
      ErrorCode.PRODUCT_IN_OPEN_ORDERS,
      "Pieces of this are reserved for open orders. Send or cancel those first."
    )
  }
}

/** Core sends no piece of a counted variant without a reservation, which those sold before it was counted do not have. */
export async function assertAllSent(container: MedusaContainer, variantId: string): Promise<void> {
  if (await container.resolve<VendorModuleService>(VENDOR_MODULE).hasUnsentPieces(variantId)) {
    throw notAllowed(
      ErrorCode.PRODUCT_IN_OPEN_ORDERS,
      "Open orders were placed while this was not counted. Send or cancel those first."
    )
  }
}

/** A first stock needs a place to lie, which a shop gets when it is approved. */
export function assertStockable(
  variants: Pick<VariantInput, "stocked_quantity">[],
  locationId: string | null
): void {
  if (!locationId && variants.some(({ stocked_quantity }) => stocked_quantity)) {
    throw invalidData(
      ErrorCode.STOCK_LOCATION_MISSING,
      "The shop has no stock location yet: stock can be set once the shop is approved."
    )
  }
}
