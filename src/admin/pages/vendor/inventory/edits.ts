import type { Answer, Body } from "../../../lib/api/client"
import { PIECES } from "../products/product"

export type Item = Answer<"GET /vendor/inventory-items">["inventory_items"][number]

/** What was typed for an item, and what was seen then: a change is made to that number or not at all. */
export type Edit = {
  item: Item
  quantity: string
  threshold: string
  problem: Problem | null
}

export type Problem = { kind: "changed" | "reserved"; now: Item }

export type Edits = Record<string, Edit>

type Level = Body<"POST /vendor/inventory-items/batch">["levels"][number]

const quantityOf = ({ stocked_quantity }: Item) => String(stocked_quantity)
const thresholdOf = ({ has_own_threshold, low_stock_threshold }: Item) =>
  has_own_threshold ? String(low_stock_threshold) : ""

export const untouched = (item: Item): Edit => ({
  item,
  quantity: quantityOf(item),
  threshold: thresholdOf(item),
  problem: null,
})

export const isWrong = (text: string): boolean => !PIECES.test(text.trim())

const isNewQuantity = ({ item, quantity }: Edit) => quantity.trim() !== quantityOf(item)
const isNewThreshold = ({ item, threshold }: Edit) => threshold.trim() !== thresholdOf(item)

export const isChanged = (edit: Edit): boolean => isNewQuantity(edit) || isNewThreshold(edit)

/** Whether all that was typed are whole numbers; no threshold follows the marketplace's. */
export const isComplete = (edit: Edit): boolean =>
  !(isNewQuantity(edit) && isWrong(edit.quantity)) && !(edit.threshold.trim() && isWrong(edit.threshold))

export const levelOf = (edit: Edit): Level => ({
  inventory_item_id: edit.item.id,
  ...(isNewQuantity(edit) && {
    stocked_quantity: Number(edit.quantity),
    expected_stocked_quantity: edit.item.stocked_quantity,
  }),
  ...(isNewThreshold(edit) && {
    low_stock_threshold: edit.threshold.trim() ? Number(edit.threshold) : null,
  }),
})

/** Why the server refuses an edit, by how the item stands now. */
export function problemOf(edit: Edit, now: Item): Problem | null {
  if (!isNewQuantity(edit)) {
    return null
  }
  if (now.stocked_quantity !== edit.item.stocked_quantity) {
    return { kind: "changed", now }
  }
  const wanted = Number(edit.quantity)

  return wanted < now.reserved_quantity && wanted < now.stocked_quantity ? { kind: "reserved", now } : null
}

/** The number that is there now counts; a threshold that was typed beside it stays. Null where nothing is left to save. */
export function yielded(edit: Edit, now: Item): Edit | null {
  const rest = { ...edit, item: now, quantity: quantityOf(now), problem: null }

  return isChanged(rest) ? rest : null
}

export const titleOf = ({ variants, sku }: Item): string =>
  [...new Set(variants.map(({ product_title, title }) => `${product_title} · ${title}`))].join(", ") ||
  (sku ?? "")
