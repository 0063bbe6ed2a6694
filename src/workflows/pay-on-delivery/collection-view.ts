import { toMajorUnits } from "../../lib/money"
import type { Collection } from "../../modules/vendor-order/collection-types"

type Shown = "state" | "amount_minor" | "currency_code" | "held_by" | "reason_code" | "note" | "closed_at"

/** What was or is to be collected, as shops and staff read it. */
export const collectionDetails = (collection: Pick<Collection, Shown>) => ({
  state: collection.state,
  amount: toMajorUnits(collection.amount_minor, collection.currency_code),
  held_by: collection.held_by,
  reason: collection.reason_code,
  note: collection.note,
  closed_at: collection.closed_at,
})
