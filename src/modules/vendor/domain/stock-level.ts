export type WantedLevel = {
  inventory_item_id: string
  stocked_quantity: number
  /** What the asker has seen; the change is refused when it is no longer so. */
  expected_stocked_quantity?: number
}

export type StoredLevel = { stocked_quantity: number; reserved_quantity: number }

export type StockProblem = "stock_changed" | "stock_below_reserved"

/** An item that has no level at a place has nothing there. */
export const EMPTY_LEVEL: StoredLevel = { stocked_quantity: 0, reserved_quantity: 0 }

/**
 * Why a level cannot be set. Reserved pieces are paid for, so a level never falls below them; it may rise to less than
 * them, which happens when a part of the pieces arrives that were sold on back order.
 */
export function stockProblem(
  { stocked_quantity: wanted, expected_stocked_quantity: expected }: WantedLevel,
  { stocked_quantity, reserved_quantity }: StoredLevel
): StockProblem | null {
  if (expected !== undefined && expected !== stocked_quantity) {
    return "stock_changed"
  }

  return wanted < reserved_quantity && wanted < stocked_quantity ? "stock_below_reserved" : null
}
