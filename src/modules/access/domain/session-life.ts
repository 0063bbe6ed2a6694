export type SessionLife = {
  /** Without being renewed. */
  ttl_seconds: number
  /** From the sign-in, however often it is renewed. */
  max_age_seconds: number
}

export type SessionLives = { customer: SessionLife; user: SessionLife }

/** What a sign-up, a second factor or a verification takes: as long lives a token without an actor. */
export const ACTORLESS_SECONDS = 30 * 60
const SEEN_EVERY_MS = 60_000

const after = (from: Date, seconds: number) => new Date(from.getTime() + seconds * 1000)

/** The life of an actor's sessions; an actor that is not known has the shortest of all. */
export function lifeOf(lives: SessionLives, actorType: string): SessionLife {
  if (actorType === "customer" || actorType === "user") {
    return lives[actorType]
  }
  const all = Object.values(lives)

  return {
    ttl_seconds: Math.min(...all.map((life) => life.ttl_seconds)),
    max_age_seconds: Math.min(...all.map((life) => life.max_age_seconds)),
  }
}

/** When a session that starts now ends, if nobody renews it. */
export const firstExpiry = (life: SessionLife, now: Date): Date =>
  after(now, Math.min(life.ttl_seconds, life.max_age_seconds))

/**
 * A moment rounded up. What arrived is rounded down and a mark up, so of two moments in the same millisecond the
 * arrival counts as the earlier one and dies.
 */
export const nextMillisecond = (moment: Date): Date => new Date(moment.getTime() + 1)

/** Whole seconds until then, never more than there are: a token must not outlive its session. */
export const secondsUntil = (end: Date, now: Date): number =>
  Math.floor((end.getTime() - now.getTime()) / 1000)

/** Whoever was last seen at this moment or before is worth a write. */
export const seenBefore = (now: Date): Date => new Date(now.getTime() - SEEN_EVERY_MS)

export const isDueToBeSeen = (lastSeenAt: Date, now: Date): boolean => lastSeenAt <= seenBefore(now)

export type ActorlessFacts = { born_at: Date; revoked_before: Date | null }

/** Whether a token without an actor still counts: it is young, and no mark was set since it was born. */
export function isActorlessAlive({ born_at, revoked_before }: ActorlessFacts, now: Date): boolean {
  return actorlessExpiry(born_at) > now && (!revoked_before || born_at >= revoked_before)
}

export const actorlessExpiry = (bornAt: Date): Date => after(bornAt, ACTORLESS_SECONDS)
