const HOUR_MS = 3_600_000

export type Clock = {
  /** When the answer is too late: the gateway's own deadline, or the policy's. */
  due_at: Date
  /** When the case is acted on by itself, if nobody has acted before. */
  act_at: Date
}

export type ClockPolicy = {
  /** For gateways that do not say by when, and for buyers' cases. */
  answer_hours: number
  /** How long before the deadline the answer is sent. */
  lead_hours: number
}

/**
 * The lead is at most half of the time that there is: whoever has to answer gets the other half, and an answer that is sent at
 * the last moment may be too late.
 */
export function clockOf(openedAt: Date, dueAt: Date | null, policy: ClockPolicy): Clock {
  const due_at = dueAt ?? new Date(openedAt.getTime() + policy.answer_hours * HOUR_MS)
  const there_is = Math.max(due_at.getTime() - openedAt.getTime(), 0)
  const lead = Math.min(policy.lead_hours * HOUR_MS, there_is / 2)

  return { due_at, act_at: new Date(due_at.getTime() - lead) }
}

/** The last time in which an answer that fails may still arrive in another way. */
export const isNearlyDue = (dueAt: Date, now: Date): boolean => dueAt.getTime() - now.getTime() <= HOUR_MS

/** An answer that was not taken for so long does not get better by itself: people have to know of it. */
export const isStuckAnswer = ({ since, due_at }: { since: Date; due_at: Date }, now: Date): boolean =>
  now.getTime() - since.getTime() >= HOUR_MS || isNearlyDue(due_at, now)
