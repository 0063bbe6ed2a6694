import { type Interval, type Period, periodOf } from "../domain/period"

export const periodFrom = (
  from: string,
  to: string,
  interval: Interval = "day",
  time_zone = "Africa/Lagos"
): Period => {
  const verdict = periodOf({ from, to, interval, time_zone })
  if (!verdict.is_allowed) {
    throw new Error(verdict.why)
  }

  return verdict.period
}
