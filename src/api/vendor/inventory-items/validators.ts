import { z } from "@medusajs/framework/zod"
import { oneOrMany, pageOf, recordId, searchText, wholeNumber } from "../../../lib/list-params"

const MOST_PIECES = 1_000_000_000
const MOST_LEVELS = 500

export const VendorGetInventoryItemsParams = z.strictObject({
  q: searchText.optional(),
  sku: oneOrMany(z.string().min(1).max(200)).optional(),
  product_id: oneOrMany(recordId).optional(),
  available_below: wholeNumber(-MOST_PIECES, MOST_PIECES).optional(),
  ...pageOf(["sku", "title", "available_quantity"], "title"),
})

export type VendorGetInventoryItemsParamsType = z.infer<typeof VendorGetInventoryItemsParams>

const pieces = z.number().int().min(0).max(MOST_PIECES)

export const VendorSetStock = z.strictObject({
  stocked_quantity: pieces,
  expected_stocked_quantity: pieces.optional(),
})

export type VendorSetStockType = z.infer<typeof VendorSetStock>

export const VendorSetStocks = z.strictObject({
  levels: z
    .array(VendorSetStock.extend({ inventory_item_id: recordId }))
    .min(1)
    .max(MOST_LEVELS)
    .refine(
      (levels) => new Set(levels.map(({ inventory_item_id }) => inventory_item_id)).size === levels.length,
      "names an inventory item twice"
    ),
})

export type VendorSetStocksType = z.infer<typeof VendorSetStocks>
