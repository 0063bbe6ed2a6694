/** How a code lives. Five tries at one code in a million leave a guesser one chance in 200,000. */
export const CODE_DIGITS = 6
export const CODE_TTL_SECONDS = 600
export const MOST_TRIES = 5

export const RESEND_AFTER_SECONDS = 60
export const MOST_SENDS_PER_HOUR = 5
export const HOUR_SECONDS = 3600

/** Second factors of one login, over all its challenges. A right one empties the count. */
export const MOST_FACTOR_TRIES = 5
export const FACTOR_WINDOW_SECONDS = 900

/** A time-based code of core's is right for 90 seconds; what was shown is remembered well beyond that. */
export const USED_CODE_SECONDS = 300

/** After a change of phone, SMS prove nothing for a while: that is how a stolen SIM card is used. */
export const PHONE_REST_SECONDS = 7 * 24 * HOUR_SECONDS

const secondsBetween = (from: Date, to: Date) => Math.ceil((to.getTime() - from.getTime()) / 1000)

/** How many seconds a destination has to wait for its next message; 0 when it may have one now. */
export function secondsUntilNextSend(sentAt: readonly Date[], now: Date): number {
  const newest = sentAt.at(-1)
  if (!newest) {
    return 0
  }
  const fifthLast = sentAt.at(-MOST_SENDS_PER_HOUR)
  const waits = [
    RESEND_AFTER_SECONDS - secondsBetween(newest, now),
    fifthLast ? HOUR_SECONDS - secondsBetween(fifthLast, now) : 0,
  ]

  return Math.max(0, ...waits)
}

/** How many seconds are left of a window that began then. */
export const secondsLeft = (startedAt: Date, windowSeconds: number, now: Date): number =>
  Math.max(1, windowSeconds - secondsBetween(startedAt, now))

/** Whether SMS still rest as a second factor after a change of phone. */
export const isPhoneResting = (changedAt: Date | null, now: Date): boolean =>
  changedAt !== null && now.getTime() - changedAt.getTime() < PHONE_REST_SECONDS * 1000

export type SmsLimits = { hourly_limit: number; daily_limit: number; country_daily_limit: number }

export type SmsPeriod = { scope: string; period_start: Date; limit: number; seconds_left: number }

/** The counters that an SMS to a country has to pass. Always in the same order, so that two never block each other. */
export function smsPeriods(country: string, limits: SmsLimits, now: Date): SmsPeriod[] {
  const period = (scope: string, seconds: number, limit: number): SmsPeriod => {
    const start = Math.floor(now.getTime() / 1000 / seconds) * seconds

    return {
      scope,
      limit,
      period_start: new Date(start * 1000),
      seconds_left: secondsLeft(new Date(start * 1000), seconds, now),
    }
  }

  return [
    period("hour", HOUR_SECONDS, limits.hourly_limit),
    period("day", 24 * HOUR_SECONDS, limits.daily_limit),
    period(`day:${country}`, 24 * HOUR_SECONDS, limits.country_daily_limit),
  ]
}
