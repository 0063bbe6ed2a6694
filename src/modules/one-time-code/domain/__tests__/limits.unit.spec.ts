import fc from "fast-check"
import { maskDestination } from "../destination"
import {
  HOUR_SECONDS,
  isPhoneResting,
  MOST_SENDS_PER_HOUR,
  RESEND_AFTER_SECONDS,
  secondsUntilNextSend,
  smsPeriods,
} from "../limits"

const now = new Date("2026-11-25T10:20:30Z")
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)
const later = (from: Date, seconds: number) => new Date(from.getTime() + seconds * 1000)

describe("secondsUntilNextSend", () => {
  it("never lets more than five messages into any hour, nor two into a minute", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1200 }), { minLength: 1, maxLength: 60 }), (pauses) => {
        const sent: Date[] = []
        let clock = now
        for (const pause of pauses) {
          clock = later(clock, pause)
          if (secondsUntilNextSend(sent.slice(-MOST_SENDS_PER_HOUR), clock) === 0) {
            sent.push(clock)
          }
        }
        const inHourOf = (start: Date) =>
          sent.filter((at) => at >= start && at < later(start, HOUR_SECONDS)).length
        expect(Math.max(0, ...sent.map(inHourOf))).toBeLessThanOrEqual(MOST_SENDS_PER_HOUR)
        expect(
          sent.every((at, index) => {
            const previous = sent[index - 1]
            return !previous || at.getTime() - previous.getTime() >= RESEND_AFTER_SECONDS * 1000
          })
        ).toBe(true)
      })
    )
  })

  it("tells a wait after which the next message is let through", () => {
    const recent = [3000, 2000, 1000, 500, 30].map(ago)
    const wait = secondsUntilNextSend(recent, now)

    expect(wait).toBe(600)
    expect(secondsUntilNextSend(recent, later(now, wait))).toBe(0)
    expect(secondsUntilNextSend([ago(20)], now)).toBe(40)
    expect(secondsUntilNextSend([], now)).toBe(0)
  })
})

describe("smsPeriods", () => {
  const limits = { hourly_limit: 10, daily_limit: 100, country_daily_limit: 50 }

  it("counts an hour, a day and a country, always in the same order", () => {
    expect(smsPeriods("NG", limits, now)).toEqual([
      { scope: "hour", limit: 10, period_start: new Date("2026-11-25T10:00:00Z"), seconds_left: 2370 },
      { scope: "day", limit: 100, period_start: new Date("2026-11-25T00:00:00Z"), seconds_left: 49_170 },
      { scope: "day:NG", limit: 50, period_start: new Date("2026-11-25T00:00:00Z"), seconds_left: 49_170 },
    ])
  })
})

describe("isPhoneResting", () => {
  it("rests for seven days after a change, to the second", () => {
    const week = 7 * 24 * HOUR_SECONDS

    expect(isPhoneResting(null, now)).toBe(false)
    expect(isPhoneResting(ago(week - 1), now)).toBe(true)
    expect(isPhoneResting(ago(week), now)).toBe(false)
  })
})

describe("maskDestination", () => {
  it("shows enough to recognise one's own, and no more", () => {
    expect(maskDestination("+2348031234567")).toBe("***567")
    expect(maskDestination("ada@example.com")).toBe("a***@example.com")
  })
})
