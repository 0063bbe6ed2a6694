import type { MedusaRequest } from "@medusajs/framework/http"
import { ErrorCode, notFound } from "../../../lib/errors"
import { rowsOf } from "../../../lib/list-params"
import { VENDOR_MODULE } from "../../../modules/vendor"
import type VendorModuleService from "../../../modules/vendor/service"
import type { InventoryItemView } from "../../../modules/vendor/stock-queries"
import { boundVendorId } from "../context"
import type { VendorGetInventoryItemsParamsType } from "./validators"

const vendors = (req: MedusaRequest) => req.scope.resolve<VendorModuleService>(VENDOR_MODULE)

/** A page of what the bound shop has in stock. */
export async function listInventoryItems(req: MedusaRequest) {
  // Validated by the middleware of this very route.
  const query = req.validatedQuery as unknown as VendorGetInventoryItemsParamsType
  const { limit, offset, order, ...filters } = query
  const { items, count } = await vendors(req).findInventory(boundVendorId(req), {
    filters,
    page: rowsOf(query),
  })

  return { inventory_items: items, count, offset, limit }
}

/** Some of the bound shop's inventory items, in the order of the ids. */
export async function pickInventoryItems(req: MedusaRequest, ids: string[]): Promise<InventoryItemView[]> {
  const { items } = await vendors(req).findInventory(boundVendorId(req), {
    filters: { ids },
    page: { take: ids.length, skip: 0, order: "title" },
  })
  const byId = new Map(items.map((item) => [item.id, item]))

  return ids.flatMap((id) => byId.get(id) ?? [])
}

export async function retrieveInventoryItem(req: MedusaRequest, id: string): Promise<InventoryItemView> {
  const [item] = await pickInventoryItems(req, [id])
  if (!item) {
    throw notFound(ErrorCode.INVENTORY_ITEM_NOT_FOUND, `Inventory item ${id} was not found.`)
  }

  return item
}
