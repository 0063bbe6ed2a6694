/** Attempts that are let through in a window, counted from the first of them. */
export type Limit = { points: number; seconds: number }

/**
 * What is counted for one kind of attempt. `ip` stops one machine that tries many accounts, `pair` (one account from
 * one address) stops guessing, and `account` stops guessing from many addresses. `growing` names the counter whose
 * lock grows with every repetition; with `refunds` only failures count.
 */
export type TopicLimits = {
  ip: Limit
  pair?: Limit
  account?: Limit
  growing?: "pair" | "account"
  refunds: boolean
}

const QUARTER = 15 * 60
const HOUR = 60 * 60

/**
 * Every number in one table. An address may be that of a whole mobile network, so its limits are wide; the limit of an
 * account is twenty times that of a pair, and does not hold where the account has signed in from before, so that
 * nobody can shut somebody else out cheaply.
 */
export const LIMITS = {
  sign_in: {
    ip: { points: 100, seconds: QUARTER },
    pair: { points: 5, seconds: QUARTER },
    account: { points: 100, seconds: HOUR },
    growing: "pair",
    refunds: true,
  },
  /** Whoever is asked for it has shown the password already, so the account itself is locked. */
  second_factor: {
    ip: { points: 60, seconds: QUARTER },
    account: { points: 5, seconds: QUARTER },
    growing: "account",
    refunds: true,
  },
  password_change: {
    ip: { points: 60, seconds: QUARTER },
    account: { points: 5, seconds: QUARTER },
    growing: "account",
    refunds: true,
  },
  registration: {
    ip: { points: 60, seconds: HOUR },
    account: { points: 5, seconds: HOUR },
    refunds: false,
  },
  /** Each sends a message, if there is such an account. */
  recovery: {
    ip: { points: 60, seconds: HOUR },
    pair: { points: 3, seconds: HOUR },
    account: { points: 6, seconds: HOUR },
    refunds: false,
  },
  recovery_use: { ip: { points: 30, seconds: QUARTER }, refunds: true },
  verification_request: {
    ip: { points: 60, seconds: HOUR },
    account: { points: 6, seconds: HOUR },
    refunds: false,
  },
  verification_confirm: {
    ip: { points: 60, seconds: QUARTER },
    account: { points: 5, seconds: QUARTER },
    growing: "account",
    refunds: true,
  },
  renewal: {
    ip: { points: 1000, seconds: QUARTER },
    account: { points: 60, seconds: QUARTER },
    refunds: false,
  },
} as const satisfies Record<string, TopicLimits>

export type Topic = keyof typeof LIMITS

export const TOPICS = Object.keys(LIMITS) as Topic[]

export const limitsOf = (topic: Topic): TopicLimits => LIMITS[topic]

/** How long the first, second, third and every later lock holds. */
export const LOCK_SECONDS = [60, 300, 900, 3600] as const

/** Locks are counted for so long. */
export const LOCKS_REMEMBERED_SECONDS = 24 * HOUR

/** For so long an address stays one that the account is known to sign in from; timers of Node end at 24 days. */
export const KNOWN_PAIR_SECONDS = 21 * 24 * HOUR

/** How long the lock holds that is the `count`-th of a day. */
export function lockSeconds(count: number): number {
  const index = Math.min(Math.max(count, 1), LOCK_SECONDS.length) - 1

  return LOCK_SECONDS[index] as number
}
