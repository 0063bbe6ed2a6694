/** How a code lives. */
export const CODE_DIGITS = 6
export const CODE_TTL_SECONDS = 600

export const HOUR_SECONDS = 3600
export const RESEND_AFTER_SECONDS = 60
export const MOST_SENDS_PER_HOUR = 5

export type SendLimit = { most_per_hour: number; gap_seconds: number }

/**
 * Between one asker and one destination. Who asks is a login, or for a sign-in, which anybody may ask for, a network
 * address: so a stranger uses up a budget of their own and not the owner's.
 */
export const PAIR_SENDS: SendLimit = {
  most_per_hour: MOST_SENDS_PER_HOUR,
  gap_seconds: RESEND_AFTER_SECONDS,
}

/** To one destination, whoever asks. */
export const DESTINATION_SENDS: SendLimit = { most_per_hour: 20, gap_seconds: 0 }

/** Of one asker at one destination, from one message to the next: one chance in 200,000. */
export const MOST_TRIES = 5

/** Of all askers at the sign-in codes of one destination, in an hour: at most two codes are open, so one chance in 10,000. */
export const MOST_TRIES_AT_DESTINATION = 50

/** For so long an asker who has shown a right code is not held by what all askers together may do. */
export const PROVEN_PAIR_SECONDS = 21 * 24 * HOUR_SECONDS

/** Second factors of one login, over all its challenges. A right one empties the count. */
export const MOST_FACTOR_TRIES = 5
export const FACTOR_WINDOW_SECONDS = 900

/** A time-based code of core's is right for 90 seconds; what was shown is remembered well beyond that. */
export const USED_CODE_SECONDS = 300

/** After a change of phone, SMS prove nothing for a while: that is how a stolen SIM card is used. */
export const PHONE_REST_SECONDS = 7 * 24 * HOUR_SECONDS

const secondsBetween = (from: Date, to: Date) => Math.ceil((to.getTime() - from.getTime()) / 1000)

/** How many seconds are to pass before the next message may go out; 0 when it may now. */
export function secondsUntilNextSend(sentAt: readonly Date[], now: Date, limit = PAIR_SENDS): number {
  const newest = sentAt.at(-1)
  if (!newest) {
    return 0
  }
  const firstOfFull = sentAt.at(-limit.most_per_hour)
  const waits = [
    limit.gap_seconds - secondsBetween(newest, now),
    firstOfFull ? HOUR_SECONDS - secondsBetween(firstOfFull, now) : 0,
  ]

  return Math.max(0, ...waits)
}

/** Whether an asker has shown a right code lately. */
export const isPairProven = (provenAt: Date | null, now: Date): boolean =>
  provenAt !== null && now.getTime() - provenAt.getTime() < PROVEN_PAIR_SECONDS * 1000

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
