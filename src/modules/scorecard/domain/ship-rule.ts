import { daysOpen, dueAt, type ShopHours } from "../../../lib/fair-clock"

const DAY_MS = 86_400_000

export type ShipRule = {
  /** From when on the shop's time runs: the order's placing, or its confirmation. */
  since: "placed_at" | "confirmed_at"
  /** How long it may take, in time that it is open; null when it may take for ever. */
  open_ms: number | null
  hours: ShopHours | null
  /** How long a parcel may be on its way after that. */
  promised_ms: number
}

type Terms = {
  /** Working days from the payment, as the shop tells its buyers; null when it says nothing. */
  handling_days: number | null
  hours: ShopHours | null
  /** The operator's, from the confirmation on; 0 waits for ever. */
  ship_within_days: number
  promised_delivery_days: number
}

/** By when a shop has to ship: what it has promised to its buyers, or else what the platform asks of every shop. */
export function shipRuleOf({
  handling_days,
  hours,
  ship_within_days,
  promised_delivery_days,
}: Terms): ShipRule {
  const promised_ms = promised_delivery_days * DAY_MS
  if (handling_days !== null) {
    // Whoever ships on the same day has that day.
    return { since: "placed_at", open_ms: daysOpen(Math.max(handling_days, 1), hours), hours, promised_ms }
  }
  const open_ms = ship_within_days > 0 ? daysOpen(ship_within_days, hours) : null

  return { since: "confirmed_at", open_ms, hours, promised_ms }
}

/** Null where the shop may take for ever. */
export const shipBy = (since: Date, { open_ms, hours }: ShipRule): Date | null =>
  open_ms === null ? null : dueAt(since, open_ms, hours)

export const deliverBy = (since: Date, rule: ShipRule): Date | null => {
  const by = shipBy(since, rule)

  return by && new Date(by.getTime() + rule.promised_ms)
}
