import { daysOpen, type ShopHours } from "../../lib/fair-clock"
import type { Settings } from "../../modules/access/domain/settings"

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

/** In time that the shop is open, or of any time for a buyer; 0 for a clock that the operator has stopped. */
type LimitOf = (settings: Settings, hours: ShopHours | null) => number

/** How long a shop, or a buyer, is waited for. */
export const CLOCK_LIMITS = {
  confirm: ({ confirm_within_hours }) => confirm_within_hours * HOUR_MS,
  ship: ({ ship_within_days }, hours) => daysOpen(ship_within_days, hours),
  return_decision: ({ return_decision_hours }) => return_decision_hours * HOUR_MS,
  return_send: ({ return_send_days }) => return_send_days * DAY_MS,
  return_receipt: ({ return_receipt_days }, hours) => daysOpen(return_receipt_days, hours),
  // Cash that is owed at once is asked about for a day all the same.
  collection: ({ cash_remit_days }, hours) => daysOpen(Math.max(cash_remit_days, 1), hours),
} as const satisfies Record<string, LimitOf>
