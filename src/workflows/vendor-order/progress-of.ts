import { type ItemProgress, stillToArrive } from "../../modules/vendor-order/domain/progress"
import type { SoldLine } from "../../modules/vendor-order/types"

/** How far the goods of these lines have come, as Medusa knows it now. */
export const progressOf = (lines: SoldLine[]): ItemProgress[] =>
  lines
    .filter(({ kind }) => kind === "item")
    .map((line) => ({
      quantity: stillToArrive(line),
      fulfilled: line.fulfilled_quantity,
      shipped: line.shipped_quantity,
      delivered: line.delivered_quantity,
      returned: line.returned_quantity,
    }))
