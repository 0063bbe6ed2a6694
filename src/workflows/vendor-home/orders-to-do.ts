import { actAt, remindAt, type ShopHours } from "../../lib/fair-clock"
import type { Settings } from "../../modules/access/domain/settings"
import { type ShipRule, shipBy } from "../../modules/scorecard/domain/ship-rule"
import type { ShopWork, WaitingOrder } from "../../modules/vendor-order/home-rows"
import { CLOCK_LIMITS } from "../vendor-order/clock-limits"

const SHOWN = 10

/** What a shop's clocks go by. */
export type ShopClock = { settings: Settings; hours: ShopHours | null; rule: ShipRule; now: Date }

export type PressingOrder = {
  id: string
  display_number: string
  /** What the shop has to do with it. */
  action: "confirm" | "ship"
  due_at: Date
  is_late: boolean
}

export type OrdersToDo = {
  /** Up to 1,000. */
  to_confirm: number
  to_ship: number
  /** Late ones, and those that are late soon; what is due first comes first. */
  pressing: PressingOrder[]
}

export const ordersToDo = ({ to_confirm, to_ship, waiting }: ShopWork, clock: ShopClock): OrdersToDo => ({
  to_confirm,
  to_ship,
  pressing: waiting
    .flatMap((order) => pressing(order, clock))
    .toSorted((one, other) => one.due_at.getTime() - other.due_at.getTime())
    .slice(0, SHOWN),
})

/** An order is pressing when three quarters of its time are over. */
function pressing(order: WaitingOrder, clock: ShopClock): PressingOrder[] {
  const action = order.status === "pending" ? "confirm" : "ship"
  const ends = [endOf(action, order, clock), action === "ship" ? promise(order, clock.rule) : null]
  const first = ends
    .filter((end) => end !== null)
    .toSorted((one, other) => one.due_at.getTime() - other.due_at.getTime())[0]
  if (!first || clock.now < first.from) {
    return []
  }
  const { id, display_number } = order

  return [{ id, display_number, action, due_at: first.due_at, is_late: clock.now > first.due_at }]
}

type End = { from: Date; due_at: Date }

/** When the order is called off if the shop does nothing; null where it is waited for for ever, or nobody has paid yet. */
function endOf(
  action: PressingOrder["action"],
  { placed_at, paid_at, confirmed_at, reminded_at }: WaitingOrder,
  { settings, hours }: ShopClock
): End | null {
  const limit_ms = CLOCK_LIMITS[action](settings, hours)
  const asked_at = action === "confirm" ? placed_at : (confirmed_at ?? placed_at)
  const since = paid_at && paid_at > asked_at ? paid_at : asked_at
  const of = { since, limit_ms, hours }

  return limit_ms > 0 && paid_at ? { from: remindAt(of), due_at: actAt({ ...of, reminded_at }) } : null
}

/** By when it has to be sent to be in time for the scorecard. */
function promise({ placed_at, confirmed_at }: WaitingOrder, rule: ShipRule): End | null {
  const { open_ms: limit_ms, hours } = rule
  const since = rule.since === "placed_at" ? placed_at : confirmed_at
  const due_at = since && shipBy(since, rule)

  return due_at && limit_ms !== null ? { from: remindAt({ since, limit_ms, hours }), due_at } : null
}

export type ReturnsToDo = {
  to_decide: number
  to_receive: number
  /** When the first of them is decided, or received, without the shop; null when none waits, or nothing happens by itself. */
  next_due_at: Date | null
}

export function returnsToDo({ returns }: ShopWork, { settings, hours }: ShopClock): ReturnsToDo {
  const countOf = (state: string) => returns.find((one) => one.state === state)?.count ?? 0
  const due = returns.flatMap(({ state, since }) => {
    const name = state === "requested" ? "return_decision" : "return_receipt"
    const limit_ms = CLOCK_LIMITS[name](settings, hours)

    return limit_ms > 0 ? [actAt({ since, limit_ms, hours, reminded_at: null })] : []
  })

  return {
    to_decide: countOf("requested"),
    to_receive: countOf("in_transit"),
    next_due_at: due.toSorted((one, other) => one.getTime() - other.getTime())[0] ?? null,
  }
}
