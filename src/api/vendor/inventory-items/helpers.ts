import type { MedusaRequest } from "@medusajs/framework/http"
import { ErrorCode, notFound } from "../../../lib/errors"
import { rowsOf } from "../../../lib/list-params"
import { VENDOR_MODULE } from "../../../modules/vendor"
import type VendorModuleService from "../../../modules/vendor/service"
import type { InventoryItemView } from "../../../modules/vendor/stock-queries"
import { setVendorStockWorkflow } from "../../../workflows/vendor-inventory/workflows/set-stock"
import { boundVendorId, vendorContext } from "../context"
import type { VendorGetInventoryItemsParamsType, VendorSetStocksType } from "./validators"

const vendors = (req: MedusaRequest) => req.scope.resolve<VendorModuleService>(VENDOR_MODULE)

const defaultsOf = (req: MedusaRequest) => ({
  low_stock_threshold: vendorContext(req).settings.low_stock_threshold,
})

/** Sets what the bound shop has of its items, when that is little, or both. */
export async function setInventoryItems(req: MedusaRequest, levels: VendorSetStocksType["levels"]) {
  await setVendorStockWorkflow(req.scope).run({
    input: {
      vendor_id: boundVendorId(req),
      levels: levels.flatMap(({ low_stock_threshold: _threshold, stocked_quantity, ...level }) =>
        stocked_quantity === undefined ? [] : { ...level, stocked_quantity }
      ),
      thresholds: levels.flatMap(({ inventory_item_id, low_stock_threshold }) =>
        low_stock_threshold === undefined ? [] : { inventory_item_id, pieces: low_stock_threshold }
      ),
    },
  })
}

/** A page of what the bound shop has in stock. */
export async function listInventoryItems(req: MedusaRequest) {
  // Validated by the middleware of this very route.
  const query = req.validatedQuery as unknown as VendorGetInventoryItemsParamsType
  const { limit, offset, order, ...filters } = query
  const { items, count } = await vendors(req).findInventory(boundVendorId(req), {
    filters,
    page: { ...rowsOf(query), ...defaultsOf(req) },
  })

  return { inventory_items: items, count, offset, limit }
}

/** Some of the bound shop's inventory items, in the order of the ids. */
export async function pickInventoryItems(req: MedusaRequest, ids: string[]): Promise<InventoryItemView[]> {
  const { items } = await vendors(req).findInventory(boundVendorId(req), {
    filters: { ids },
    page: { take: ids.length, skip: 0, order: "title", ...defaultsOf(req) },
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
