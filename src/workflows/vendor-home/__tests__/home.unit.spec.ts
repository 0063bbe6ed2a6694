import { settingsFrom } from "../../../modules/access/domain/settings"
import { shipRuleOf } from "../../../modules/scorecard/domain/ship-rule"
import type { ShopWork, WaitingOrder } from "../../../modules/vendor-order/home-rows"
import { ordersToDo, returnsToDo } from "../orders-to-do"
import { salesSpans } from "../spans"

const now = new Date("2026-11-28T12:00:00Z")
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
const hours = (utc_offset_minutes: number) => ({
  utc_offset_minutes,
  week: Array.from({ length: 7 }, () => [0, 1440] as [number, number]),
  holidays: [],
})

const order = (display_number: string, over: Partial<WaitingOrder>): WaitingOrder => ({
  id: `vord_${display_number}`,
  display_number,
  status: "pending",
  placed_at: ago(1),
  paid_at: over.placed_at ?? ago(1),
  confirmed_at: null,
  reminded_at: null,
  ...over,
})
const work = (over: Partial<ShopWork>): ShopWork => ({
  to_confirm: 0,
  to_ship: 0,
  waiting: [],
  returns: [],
  sales: null,
  ...over,
})

describe("ordersToDo", () => {
  const clockWith = (handling_days: number | null, values: Record<string, unknown> = {}) => {
    const settings = settingsFrom(values)
    const { ship_within_days, promised_delivery_days } = settings

    return {
      settings,
      hours: null,
      now,
      rule: shipRuleOf({ handling_days, hours: null, ship_within_days, promised_delivery_days }),
    }
  }
  const numbers = (waiting: WaitingOrder[], handling: number | null, values = {}) =>
    ordersToDo(work({ waiting }), clockWith(handling, values)).pressing.map(
      ({ display_number, action, due_at, is_late }) => [display_number, action, due_at, is_late]
    )

  it("names what is late or late soon, what is due first before the rest", () => {
    const waiting = [
      order("1-1", { placed_at: ago(17) }),
      order("2-1", { placed_at: ago(18) }),
      order("3-1", { placed_at: ago(30) }),
      order("4-1", { status: "confirmed", placed_at: ago(190), confirmed_at: ago(167) }),
      order("5-1", { status: "confirmed", placed_at: ago(60), confirmed_at: ago(50) }),
    ]
    expect(numbers(waiting, null)).toEqual([
      ["3-1", "confirm", ago(6), true],
      ["4-1", "ship", ago(-1), false],
      ["2-1", "confirm", ago(-6), false],
    ])
  })

  it("counts from when the order was paid, and presses for nothing that nobody has paid", () => {
    const waiting = [
      order("1-1", { placed_at: ago(90), paid_at: ago(20) }),
      order("2-1", { placed_at: ago(90), paid_at: null }),
    ]
    expect(numbers(waiting, null)).toEqual([["1-1", "confirm", ago(-4), false]])
  })

  it("goes by what the shop has promised, where that comes before the platform's clock", () => {
    const waiting = [order("1-1", { status: "confirmed", placed_at: ago(40), confirmed_at: ago(39) })]
    expect(numbers(waiting, null)).toEqual([])
    expect(numbers(waiting, 2)).toEqual([["1-1", "ship", ago(-8), false]])
  })

  it("gives the last quarter from a late reminder on, and waits for ever where nothing happens by itself", () => {
    const waiting = [order("1-1", { placed_at: ago(40), reminded_at: ago(2) })]
    expect(numbers(waiting, null)).toEqual([["1-1", "confirm", ago(-4), false]])
    expect(numbers(waiting, null, { confirm_within_hours: 0 })).toEqual([])
  })
})

describe("returnsToDo", () => {
  const settings = settingsFrom({})
  const clock = {
    settings,
    hours: null,
    now,
    rule: shipRuleOf({ handling_days: null, hours: null, ship_within_days: 7, promised_delivery_days: 7 }),
  }

  it("says how many wait for what, and when the first is decided without the shop", () => {
    const returns: ShopWork["returns"] = [
      { state: "requested", count: 2, since: ago(20) },
      { state: "in_transit", count: 1, since: ago(10) },
    ]
    expect(returnsToDo(work({ returns }), clock)).toEqual({
      to_decide: 2,
      to_receive: 1,
      next_due_at: ago(-4),
    })
    expect(returnsToDo(work({}), clock)).toEqual({ to_decide: 0, to_receive: 0, next_due_at: null })
  })
})

describe("salesSpans", () => {
  it("begins its days by the platform's clock, or by the shop's own where it has one", () => {
    const night = new Date("2026-11-28T23:30:00Z")
    const lagos = salesSpans(night, null, "Africa/Lagos")
    expect(lagos).toEqual({
      time_zone: "Africa/Lagos",
      today: { from: new Date("2026-11-28T23:00:00Z"), before: night },
      month: { from: new Date("2026-10-30T23:00:00Z"), before: night },
      month_before: { from: new Date("2026-09-30T23:00:00Z"), before: new Date("2026-10-30T23:00:00Z") },
    })
    expect(salesSpans(night, hours(0), "Africa/Lagos")).toMatchObject({
      time_zone: "UTC+00:00",
      today: { from: new Date("2026-11-28T00:00:00Z") },
      month: { from: new Date("2026-10-30T00:00:00Z") },
    })
    expect(salesSpans(night, hours(-210), "Africa/Lagos")).toMatchObject({
      time_zone: "UTC-03:30",
      today: { from: new Date("2026-11-28T03:30:00Z") },
    })
  })

  it("keeps whole days where a zone moves its clocks", () => {
    const { month } = salesSpans(new Date("2026-11-10T12:00:00Z"), null, "Europe/Paris")
    expect(month.from).toEqual(new Date("2026-10-11T22:00:00Z"))
  })
})
