import type { ShopHours } from "../../lib/fair-clock"
import { dayAt, startOfDay } from "../../lib/time-zone"
import type { HomeQuery } from "../../modules/vendor-order/home-rows"

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const MONTH_DAYS = 30

export type Spans = NonNullable<HomeQuery["sales"]> & { time_zone: string }

/** Today, the thirty days that end with it, and the thirty before those: by the shop's own clock where it has told of one. */
export function salesSpans(now: Date, hours: ShopHours | null, zone: string): Spans {
  const { time_zone, midnight } = hours ? clockOfShop(now, hours) : clockOfZone(now, zone)
  const month = midnight(MONTH_DAYS - 1)

  return {
    time_zone,
    today: { from: midnight(0), before: now },
    month: { from: month, before: now },
    month_before: { from: midnight(2 * MONTH_DAYS - 1), before: month },
  }
}

type Clock = { time_zone: string; midnight: (daysAgo: number) => Date }

function clockOfShop(now: Date, { utc_offset_minutes }: ShopHours): Clock {
  const ahead = utc_offset_minutes * MINUTE_MS
  const today = Math.floor((now.getTime() + ahead) / DAY_MS) * DAY_MS
  const size = Math.abs(utc_offset_minutes)
  const twoDigits = (value: number) => String(value).padStart(2, "0")

  return {
    time_zone: `UTC${utc_offset_minutes < 0 ? "-" : "+"}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`,
    midnight: (daysAgo) => new Date(today - ahead - daysAgo * DAY_MS),
  }
}

function clockOfZone(now: Date, zone: string): Clock {
  const today = Date.parse(`${dayAt(now, zone)}T00:00:00Z`)

  return {
    time_zone: zone,
    midnight: (daysAgo) => startOfDay(new Date(today - daysAgo * DAY_MS).toISOString().slice(0, 10), zone),
  }
}
