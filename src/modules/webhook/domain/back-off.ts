export const MOST_ATTEMPTS = 12

const FIRST_DELAY_SECONDS = 15
const LONGEST_DELAY_SECONDS = 60 * 60

export type AfterFailure = { state: "failed"; next_attempt_at: Date } | { state: "dead" }

/**
 * When to try a failed event again: 15 s after the first attempt, twice as long after each further one, at most
 * an hour; after 12 attempts (about four hours) it is left for people to look at.
 */
export function afterFailure(attempts: number, now: Date): AfterFailure {
  if (!Number.isInteger(attempts) || attempts < 1) {
    throw new RangeError("A failure needs an attempt")
  }
  if (attempts >= MOST_ATTEMPTS) {
    return { state: "dead" }
  }
  const delaySeconds = Math.min(FIRST_DELAY_SECONDS * 2 ** (attempts - 1), LONGEST_DELAY_SECONDS)

  return { state: "failed", next_attempt_at: new Date(now.getTime() + delaySeconds * 1000) }
}
