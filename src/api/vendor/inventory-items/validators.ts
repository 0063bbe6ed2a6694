import { z } from "@medusajs/framework/zod"
import { oneOrMany, pageOf, recordId, searchText, wholeNumber } from "../../../lib/list-params"

const MOST_PIECES = 1_000_000_000
const MOST_LEVELS = 500

export const VendorGetInventoryItemsParams = z.strictObject({
  q: searchText.optional(),
  sku: oneOrMany(z.string().min(1).max(200)).optional(),
  product_id: oneOrMany(recordId).optional(),
  available_below: wholeNumber(-MOST_PIECES, MOST_PIECES).optional(),
  is_low: z
    .enum(["true", "false"])
    .transform((text) => text === "true")
    .optional(),
  ...pageOf(["sku", "title", "available_quantity"], "title"),
})

export type VendorGetInventoryItemsParamsType = z.infer<typeof VendorGetInventoryItemsParams>

const pieces = z.number().int().min(0).max(MOST_PIECES)

const stock = z.strictObject({
  stocked_quantity: pieces.optional(),
  expected_stocked_quantity: pieces.optional(),
  /** So few pieces are little left; null follows the operator's setting again. */
  low_stock_threshold: z.number().int().min(0).max(1_000_000).nullish(),
})

type Stock = z.infer<typeof stock>

const saysSomething = ({ stocked_quantity, expected_stocked_quantity, low_stock_threshold }: Stock) =>
  stocked_quantity === undefined
    ? low_stock_threshold !== undefined && expected_stocked_quantity === undefined
    : true

const SAYS_NOTHING = { path: ["stocked_quantity"], message: "or low_stock_threshold is missing" }

export const VendorSetStock = stock.refine(saysSomething, SAYS_NOTHING)

export type VendorSetStockType = z.infer<typeof VendorSetStock>

export const VendorSetStocks = z.strictObject({
  levels: z
    .array(stock.extend({ inventory_item_id: recordId }).refine(saysSomething, SAYS_NOTHING))
    .min(1)
    .max(MOST_LEVELS)
    .refine(
      (levels) => new Set(levels.map(({ inventory_item_id }) => inventory_item_id)).size === levels.length,
      "names an inventory item twice"
    ),
})

export type VendorSetStocksType = z.infer<typeof VendorSetStocks>
