import type { ItemProgress } from "../../modules/vendor-order/domain/progress"
import type { SoldLine } from "../../modules/vendor-order/types"

/** How far the goods of these lines have come, as Medusa knows it now. */
export const progressOf = (lines: SoldLine[]): ItemProgress[] =>
  lines
    .filter(({ kind }) => kind === "item")
    .map((line) => ({
      quantity: line.current_quantity,
      fulfilled: line.fulfilled_quantity,
      shipped: line.shipped_quantity,
      delivered: line.delivered_quantity,
      returned: line.returned_quantity,
    }))
