import fc from "fast-check"
import { daysOpen, dueAt, readClock, type ShopHours } from "../fair-clock"

const HOUR = 3_600_000

const lagos = (over: Partial<ShopHours> = {}): ShopHours => ({
  utc_offset_minutes: 60,
  // Nine to five, on weekdays.
  week: [null, ...Array.from({ length: 5 }, () => [540, 1020] as [number, number]), null],
  holidays: [],
  ...over,
})

const at = (text: string) => new Date(text)

describe("dueAt", () => {
  it.each([
    ["goes on the next morning", "2026-11-26T15:00:00Z", 2, {}, "2026-11-27T09:00:00.000Z"],
    ["waits for the weekend to end", "2026-11-27T15:30:00Z", 1, {}, "2026-11-30T08:30:00.000Z"],
    ["knows holidays", "2026-11-26T16:00:00Z", 8, { holidays: ["2026-11-27"] }, "2026-11-30T16:00:00.000Z"],
    ["starts when the shop does", "2026-11-26T02:00:00Z", 1, {}, "2026-11-26T09:00:00.000Z"],
  ] as const)("%s", (_, since, hours, over, due) => {
    expect(
      dueAt(
        at(since),
        hours * HOUR,
        lagos({ ...over, holidays: [...((over as ShopHours).holidays ?? [])] })
      ).toISOString()
    ).toBe(due)
  })

  it("runs by the wall for a shop that has said nothing, and does not stop for one that is never open", () => {
    expect(dueAt(at("2026-11-28T10:00:00Z"), 48 * HOUR, null)).toEqual(at("2026-11-30T10:00:00Z"))
    const never = lagos({ week: Array.from({ length: 7 }, () => null) })
    expect(dueAt(at("2026-01-01T00:00:00Z"), HOUR, never) <= at("2026-03-10T00:00:00Z")).toBe(true)
  })
})

const span = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
  .map(([a, length]) => [a, Math.min(1440, a + length)] as [number, number])

const anyHours = fc.record({
  utc_offset_minutes: fc.integer({ min: -720, max: 840 }),
  week: fc.array(fc.option(span), { minLength: 7, maxLength: 7 }),
  holidays: fc.array(
    fc
      .integer({ min: 0, max: 60 })
      .map((day) => new Date(Date.UTC(2026, 10, 1 + day)).toISOString().slice(0, 10)),
    { maxLength: 10 }
  ),
})

const moment = fc
  .integer({ min: 0, max: 30 * 24 * 60 })
  .map((minute) => new Date(Date.UTC(2026, 10, 1, 0, minute)))
const length = fc.integer({ min: 1, max: 72 * 60 }).map((minutes) => minutes * 60_000)

describe("any shop's clock", () => {
  it("is never faster than the wall's, and never runs back", () => {
    fc.assert(
      fc.property(anyHours, moment, length, length, (hours, since, first, more) => {
        const due = dueAt(since, first, hours).getTime()

        expect(due).toBeGreaterThanOrEqual(since.getTime() + first)
        expect(dueAt(since, first + more, hours).getTime()).toBeGreaterThanOrEqual(due)
        expect(dueAt(new Date(since.getTime() + more), first, hours).getTime()).toBeGreaterThanOrEqual(
          Math.min(due, since.getTime() + more + first)
        )
      })
    )
  })

  it("cuts where it is cut: an hour and then two are three", () => {
    const busy = fc.record({
      utc_offset_minutes: fc.integer({ min: -720, max: 840 }),
      week: fc.constant(lagos().week),
    })
    fc.assert(
      fc.property(busy, moment, length, length, (shop, since, first, second) => {
        const hours = { ...shop, holidays: [] }

        expect(dueAt(dueAt(since, first, hours), second, hours)).toEqual(dueAt(since, first + second, hours))
      })
    )
  })

  it("acts on nobody whom it has not reminded a quarter of the time before", () => {
    fc.assert(
      fc.property(
        anyHours,
        moment,
        length,
        fc.array(length, { maxLength: 40 }),
        (hours, since, limit_ms, steps) => {
          let now = since.getTime()
          let reminded_at: Date | null = null
          for (const step of steps) {
            now += step
            const verdict = readClock({ since, limit_ms, hours, reminded_at, now: new Date(now) })
            if (verdict === "remind") {
              expect(reminded_at).toBeNull()
              reminded_at = new Date(now)
            }
            if (verdict === "act") {
              expect(now - reminded_at!.getTime()).toBeGreaterThanOrEqual(limit_ms / 4)
              expect(now - since.getTime()).toBeGreaterThanOrEqual(limit_ms)
            }
          }
        }
      )
    )
  })
})

describe("daysOpen", () => {
  it("is a working day of the shop for each", () => {
    expect([daysOpen(2, lagos()), daysOpen(2, null)]).toEqual([16 * HOUR, 48 * HOUR])
  })
})
