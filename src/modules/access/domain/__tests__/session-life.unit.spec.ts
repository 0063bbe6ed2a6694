import { isSessionAlive } from "../decide"
import type { Grants, SessionState } from "../grants"
import {
  firstExpiry,
  isActorlessAlive,
  isDueToBeSeen,
  lifeOf,
  nextMillisecond,
  secondsUntil,
} from "../session-life"

const at = (iso: string) => new Date(iso)
const NOW = at("2026-11-24T12:00:10.700Z")
const lives = {
  customer: { ttl_seconds: 86_400, max_age_seconds: 2_592_000 },
  user: { ttl_seconds: 3600, max_age_seconds: 43_200 },
}

describe("the life of a session", () => {
  it("is the actor's, and for one that nobody knows the shortest", () => {
    expect(lifeOf(lives, "customer")).toBe(lives.customer)
    expect(lifeOf(lives, "user")).toBe(lives.user)
    expect(lifeOf(lives, "driver")).toEqual(lives.user)
    expect(lifeOf(lives, "__proto__")).toEqual(lives.user)
  })

  it("never starts longer than the oldest age", () => {
    expect(firstExpiry({ ttl_seconds: 600, max_age_seconds: 60 }, NOW)).toEqual(
      at("2026-11-24T12:01:10.700Z")
    )
    expect(firstExpiry(lives.user, NOW)).toEqual(at("2026-11-24T13:00:10.700Z"))
  })

  it("is rounded down for the token, which must not outlive it", () => {
    expect(secondsUntil(at("2026-11-24T12:00:12.600Z"), NOW)).toBe(1)
    expect(secondsUntil(at("2026-11-24T12:00:10.000Z"), NOW)).toBeLessThan(1)
  })

  it("is noted as used after a minute, not before", () => {
    expect(isDueToBeSeen(at("2026-11-24T11:59:10.700Z"), NOW)).toBe(true)
    expect(isDueToBeSeen(at("2026-11-24T11:59:10.701Z"), NOW)).toBe(false)
  })
})

describe("a token without an actor", () => {
  const isAlive = (born: string, mark: string | null = null) =>
    isActorlessAlive({ born_at: at(born), revoked_before: mark ? at(mark) : null }, NOW)

  it("lives half an hour from its birth", () => {
    expect(isAlive("2026-11-24T11:30:10.701Z")).toBe(true)
    expect(isAlive("2026-11-24T11:30:10.700Z")).toBe(false)
  })

  it("dies by a mark that was set after its birth, to the millisecond", () => {
    expect(isAlive("2026-11-24T12:00:10.500Z", "2026-11-24T12:00:10.501Z")).toBe(false)
    expect(isAlive("2026-11-24T12:00:10.500Z", "2026-11-24T12:00:10.500Z")).toBe(true)
  })
})

describe("a mark on a login", () => {
  const session = {
    id: "ases_1",
    actor_id: "cus_1",
    vendor_id: null,
    started_at: NOW,
    last_seen_at: NOW,
    expires_at: at("2026-11-24T13:00:00Z"),
    revoked_at: null,
    impersonator_user_id: null,
    impersonator_role: null,
  } satisfies SessionState
  const isAlive = (started: string, mark: string, over: Partial<SessionState> = {}) =>
    isSessionAlive(
      { session: { ...session, started_at: at(started), ...over }, revoked_before: at(mark) } satisfies Pick<
        Grants,
        "session" | "revoked_before"
      >,
      NOW
    )

  it("kills what started before it, to the millisecond", () => {
    expect(isAlive("2026-11-24T12:00:10.499Z", "2026-11-24T12:00:10.500Z")).toBe(false)
    expect(isAlive("2026-11-24T12:00:10.500Z", "2026-11-24T12:00:10.500Z")).toBe(true)
    expect(isAlive("2026-11-24T12:00:10.500Z", "2026-11-24T12:00:10.500Z", { revoked_at: NOW })).toBe(false)
    expect(isAlive("2026-11-24T12:00:10.500Z", "2026-11-24T12:00:10.500Z", { expires_at: NOW })).toBe(false)
  })

  it("kills an arrival of its own millisecond, since it is rounded up and arrivals down", () => {
    const moment = at("2026-11-24T12:00:10.500Z")
    const mark = nextMillisecond(moment).toISOString()

    expect(isAlive(moment.toISOString(), mark)).toBe(false)
    expect(isAlive(nextMillisecond(moment).toISOString(), mark)).toBe(true)
  })
})
